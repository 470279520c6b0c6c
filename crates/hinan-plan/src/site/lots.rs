//! Lots for searches that change some sites by chance.

/// Lots that are drawn the same way every time (SplitMix64, Steele, Lea and Flood 2014).
#[derive(Default)]
pub(super) struct Lots(u64);

impl Lots {
    /// A number below `number`.
    pub fn below(&mut self, number: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        ((u128::from(mixed) * u128::from(number)) >> 64) as u32
    }
}
