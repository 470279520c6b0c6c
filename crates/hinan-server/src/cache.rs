//! A few results that are dear to compute, each computed by one caller while the others wait.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// At most so many results; the one that was not used for longest goes first.
pub struct Cache<K, V> {
    most: usize,
    /// The last used at the end.
    kept: Mutex<Vec<(K, Slot<V>)>>,
}

type Slot<V> = Arc<OnceLock<V>>;

impl<K: PartialEq, V: Clone> Cache<K, V> {
    /// Room for `most` results.
    pub fn new(most: usize) -> Cache<K, V> {
        Cache { most, kept: Mutex::new(Vec::new()) }
    }

    /// The result for `key`, computed if it is not there. Whoever asks for the same meanwhile waits
    /// for it; others do not.
    pub fn get(&self, key: K, compute: impl FnOnce() -> V) -> V {
        let slot = self.slot(key);
        slot.get_or_init(compute).clone()
    }

    /// The result for `key`, where there is one.
    pub fn find(&self, key: &K) -> Option<V> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(known, _)| known == key)?;
        let found = kept.remove(at);
        let value = found.1.get().cloned();
        kept.push(found);
        value
    }

    fn slot(&self, key: K) -> Slot<V> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = match kept.iter().position(|(known, _)| *known == key) {
            Some(at) => kept.remove(at),
            None => (key, Slot::default()),
        };
        let slot = found.1.clone();
        if kept.len() >= self.most {
            kept.remove(0);
        }
        kept.push(found);
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_used_stay() {
        let cache = Cache::new(2);
        let get = |key: u32| cache.get(key, || key * 10);
        assert_eq!([get(1), get(2), get(1), get(3)], [10, 20, 10, 30]);
        assert_eq!([cache.find(&1), cache.find(&2), cache.find(&3)], [Some(10), None, Some(30)]);
    }

    #[test]
    fn one_computes_and_the_others_wait() {
        let (cache, count) = (Cache::new(2), std::sync::atomic::AtomicU32::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    cache.get(1, || {
                        std::thread::sleep(std::time::Duration::from_millis(20));
                        count.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
                    })
                });
            }
        });
        assert_eq!(count.into_inner(), 1);
    }
}
