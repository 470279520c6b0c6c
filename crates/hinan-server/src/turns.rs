//! Work that takes turns: no more of it at a time than the cores can bear.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::problem::Problem;

/// A kind of work, how much of it is done at a time, and how long it may take, the waiting included.
pub struct Turns {
    room: Arc<Semaphore>,
    most: Duration,
}

/// Whoever waits for a piece of work, as the work sees them.
#[derive(Clone, Default)]
pub struct Asker(Arc<AtomicBool>);

impl Asker {
    /// Whether nobody waits any more: they went away, or it took too long. What is computed then is for nobody.
    pub fn is_gone(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Goes on only while somebody waits.
    ///
    /// # Errors
    /// Where nobody does; nobody reads that, either.
    pub fn still_waits(&self) -> Result<(), Problem> {
        if self.is_gone() { Err(Problem::busy("nobody waits for this any more")) } else { Ok(()) }
    }
}

/// Dropped with the wait for an answer, and tells the work so.
struct Wait(Asker);

impl Drop for Wait {
    fn drop(&mut self) {
        self.0.0.store(true, Ordering::Relaxed);
    }
}

impl Turns {
    /// `at_a_time` pieces of work, each for at most `most`.
    pub fn new(at_a_time: usize, most: Duration) -> Turns {
        Turns { room: Arc::new(Semaphore::new(at_a_time)), most }
    }

    /// Does `work` off the threads that talk to the network, once it is its turn.
    ///
    /// # Errors
    /// What `work` says, or that it took too long. Work that was begun keeps its turn then until it is done, or
    /// sees that its asker is gone: whoever gives up and asks again must not make the machine do it twice at a time.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Asker) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let room = self.room.clone();
        let wait = Wait(Asker::default());
        let asker = wait.0.clone();
        let done = async {
            let turn =
                room.acquire_owned().await.map_err(|_ignored| Problem::busy("the server is stopping"))?;
            let job = move || {
                let result = work(&asker);
                drop(turn);
                result
            };
            tokio::task::spawn_blocking(job)
                .await
                .map_err(|_ignored| Problem::ours("a computation broke off: a mistake of ours"))?
        };
        let late = |_| {
            Problem::busy(format!("this took longer than {} s; ask for less", self.most.as_secs().max(1)))
        };
        tokio::time::timeout(self.most, done).await.map_err(late)?
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn wait(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    fn block_on<F: Future>(future: F) -> F::Output {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        runtime.unwrap().block_on(future)
    }

    /// Two at a time, however many are asked for, and however many of the callers give up.
    #[test]
    fn no_more_is_done_at_a_time_than_there_are_turns() {
        static NOW: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        let work = |_: &Asker| {
            MOST.fetch_max(NOW.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::sleep(wait(20));
            NOW.fetch_sub(1, Ordering::SeqCst);
            Ok(())
        };
        let turns = Arc::new(Turns::new(2, wait(10_000)));
        block_on(async {
            let ask = |gives_up: bool| {
                let turns = turns.clone();
                tokio::spawn(async move {
                    let most = if gives_up { wait(1) } else { wait(10_000) };
                    tokio::time::timeout(most, turns.run(work)).await.ok();
                })
            };
            let all: Vec<_> = (0..16).map(|number| ask(number % 2 == 0)).collect();
            for one in all {
                one.await.unwrap();
            }
        });
        assert_eq!(MOST.load(Ordering::SeqCst), 2);
    }

    #[test]
    fn what_takes_too_long_is_told_so() {
        let turns = Turns::new(1, wait(30));
        let said = block_on(turns.run(|_| {
            std::thread::sleep(wait(300));
            Ok(())
        }));
        assert_eq!(said.unwrap_err().status().as_u16(), 503);
    }

    #[test]
    fn work_learns_that_nobody_waits_any_more() {
        let (turns, (tell, told)) = (Turns::new(1, wait(30)), std::sync::mpsc::channel());
        let late = block_on(turns.run(move |asker| {
            assert!(!asker.is_gone());
            while asker.still_waits().is_ok() {
                std::thread::sleep(wait(1));
            }
            tell.send(()).map_err(|_ignored| Problem::ours("nobody listens"))
        }));
        assert!(late.is_err());
        told.recv_timeout(wait(10_000)).unwrap();
    }
}
