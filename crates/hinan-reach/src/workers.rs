//! Threads, lent by the caller.

/// Whoever can run several jobs, at once if it likes.
///
/// The engine has no threads of its own. A caller that has two cores lends them:
///
/// ```
/// struct Threads(usize);
///
/// impl hinan_reach::Workers for Threads {
///     fn count(&self) -> usize {
///         self.0
///     }
///     fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync) {
///         std::thread::scope(|scope| {
///             for job in jobs {
///                 scope.spawn(|| work(job));
///             }
///         });
///     }
/// }
/// ```
///
/// Answers do not depend on the count.
pub trait Workers {
    /// How many jobs are worth having at a time; at least one.
    fn count(&self) -> usize;

    /// Runs `work` once on each job, in any order, and returns when all are done.
    fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync);
}

/// The caller's own thread.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alone;

impl Workers for Alone {
    fn count(&self) -> usize {
        1
    }

    fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync) {
        jobs.iter_mut().for_each(work);
    }
}
