//! Estimates of the time that a compilation still takes, from the crates done and the time passed.

use std::time::{Duration, Instant};

/// A compilation on its way. Cargo counts units: libraries, build scripts and programs.
pub struct Compilation {
    /// The units that were done when it began, from an earlier run.
    pub first: usize,
    /// The units done.
    pub done: usize,
    /// The units in all.
    pub total: usize,
    start: Instant,
}

impl Compilation {
    /// A compilation that begins with some units done.
    pub fn new(done: usize, total: usize, start: Instant) -> Self {
        Self { first: done, done, total, start }
    }

    /// Such as `, 44 % (about 4 minutes left)`; without a time where it is too early to tell.
    pub fn describe(&self, now: Instant) -> String {
        let percent = (self.done * 100).checked_div(self.total).unwrap_or_default();
        let elapsed = now.saturating_duration_since(self.start);
        match left(self.first, self.done, self.total, elapsed) {
            Some(left) => format!(", {percent} % (about {} left)", in_words(left)),
            None => format!(", {percent} %"),
        }
    }
}

/// Estimates the time left: the units left take as long as the units done since the start did, on the average.
///
/// Returns nothing in the first 10 seconds and for fewer than 10 units, which tell too little, and for the last 3 units,
/// which take longer than the average: they are programs.
fn left(first: usize, done: usize, total: usize, elapsed: Duration) -> Option<Duration> {
    let (compiled, rest) = (done.checked_sub(first)?, total.checked_sub(done)?);
    if compiled < 10 || rest <= 3 || elapsed < Duration::from_secs(10) {
        return None;
    }
    Some(elapsed.mul_f64(rest as f64 / compiled as f64))
}

/// Writes a duration in words: seconds in tens, from a minute and a half on minutes.
pub fn in_words(duration: Duration) -> String {
    match duration.as_secs() {
        seconds @ 0..=9 => format!("{seconds} seconds"),
        seconds @ 10..=84 => format!("{} seconds", (seconds + 5) / 10 * 10),
        seconds => format!("{} minutes", ((seconds + 30) / 60).max(2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn time_left_is_in_proportion_to_the_units_left() {
        assert_eq!(left(0, 100, 400, seconds(60)), Some(seconds(180)));
        assert_eq!(left(0, 397, 400, seconds(60)), None);
    }

    #[test]
    fn units_of_an_earlier_run_do_not_count() {
        assert_eq!(left(300, 320, 400, seconds(20)), Some(seconds(80)));
        assert_eq!(left(300, 305, 400, seconds(20)), None);
    }

    #[test]
    fn nothing_is_estimated_too_early() {
        assert_eq!(left(0, 50, 400, seconds(5)), None);
        assert_eq!(left(0, 0, 0, seconds(60)), None);
    }

    #[test]
    fn compilation_is_described_in_percent_and_time() {
        let start = Instant::now();
        let compilation = Compilation { done: 100, ..Compilation::new(0, 400, start) };
        assert_eq!(compilation.describe(start), ", 25 %");
        assert_eq!(compilation.describe(start + seconds(60)), ", 25 % (about 3 minutes left)");
    }

    #[test]
    fn durations_are_rounded() {
        let words: Vec<_> =
            [3, 12, 44, 84, 85, 89, 90, 240, 280].map(|it| in_words(seconds(it))).into();
        assert_eq!(
            words,
            [
                "3 seconds",
                "10 seconds",
                "40 seconds",
                "80 seconds",
                "2 minutes",
                "2 minutes",
                "2 minutes",
                "4 minutes",
                "5 minutes"
            ]
        );
    }
}
