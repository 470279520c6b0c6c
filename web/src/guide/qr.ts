// A QR code (ISO/IEC 18004), made in the page so that a plan can be handed on without a network: bytes,
// error correction M, versions 1 to 15 (up to 412 bytes).

/** By version: bytes of error correction a block, and blocks, at level M. */
const EC_BYTES = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];
/** By version: the middles of the alignment patterns. */
const ALIGNED: number[][] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
  [6, 30, 54],
  [6, 32, 58],
  [6, 34, 62],
  [6, 26, 46, 66],
  [6, 26, 48, 70],
];
/** Level M as the format bits say it. */
const LEVEL = 0;

// The field of 256 elements, by powers of its generator.
const POWERS = new Uint8Array(510);
const LOGS = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power++) {
  POWERS[power] = value;
  POWERS[power + 255] = value;
  LOGS[value] = power;
  value <<= 1;
  if (value & 256) value ^= 0x11d;
}
const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;
const product = (a: number, b: number): number => (a && b ? at(POWERS, at(LOGS, a) + at(LOGS, b)) : 0);

/** The remainder of a block by the generator polynomial. */
function correction(block: number[], count: number): number[] {
  let generator = [1];
  for (let power = 0; power < count; power++) {
    const next = new Array<number>(generator.length + 1).fill(0);
    generator.forEach((factor, index) => {
      next[index] = at(next, index) ^ factor;
      next[index + 1] = at(next, index + 1) ^ product(factor, at(POWERS, power));
    });
    generator = next;
  }
  const rest = [...block, ...new Array<number>(count).fill(0)];
  for (let index = 0; index < block.length; index++) {
    const lead = at(rest, index);
    generator.forEach((factor, offset) => {
      rest[index + offset] = at(rest, index + offset) ^ product(factor, lead);
    });
  }
  return rest.slice(block.length);
}

/** Modules that hold data or correction, in bits. */
function rawBits(version: number): number {
  const size = version * 4 + 17;
  const count = ALIGNED[version - 1]?.length ?? 0;
  const alignments = count ? (count * count - 3) * 25 - (count - 2) * 10 : 0;
  const versions = version >= 7 ? 36 : 0;
  return size * size - 3 * 64 - 31 - 2 * (size - 16) - alignments - versions;
}

function dataBytes(version: number): number {
  return (rawBits(version) >> 3) - at(EC_BYTES, version - 1) * at(BLOCKS, version - 1);
}

/** Data with head and padding, split into blocks, with their corrections, interleaved. */
function codewords(bytes: Uint8Array, version: number): number[] {
  const room = dataBytes(version);
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  push(4, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, room * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const data: number[] = [];
  for (let index = 0; index < bits.length; index += 8)
    data.push(bits.slice(index, index + 8).reduce((byte, bit) => byte * 2 + bit, 0));
  for (let filler = 0xec; data.length < room; filler ^= 0xec ^ 0x11) data.push(filler);

  const blocks = at(BLOCKS, version - 1);
  const short = Math.floor(room / blocks);
  const long = room % blocks;
  const parts: number[][] = [];
  for (let index = 0, from = 0; index < blocks; index++) {
    const length = short + (index >= blocks - long ? 1 : 0);
    parts.push(data.slice(from, from + length));
    from += length;
  }
  const corrections = parts.map((part) => correction(part, at(EC_BYTES, version - 1)));
  return [...interleaved(parts), ...interleaved(corrections)];
}

function interleaved(parts: number[][]): number[] {
  const longest = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, index) => index).flatMap((index) =>
    parts.filter((part) => index < part.length).map((part) => at(part, index)),
  );
}

const MASKS: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The square while it is drawn: dark or not, and what belongs to patterns. */
class Square {
  readonly size: number;
  private readonly dark: Uint8Array;
  private readonly isFixed: Uint8Array;

  constructor(private readonly version: number) {
    this.size = version * 4 + 17;
    this.dark = new Uint8Array(this.size ** 2);
    this.isFixed = new Uint8Array(this.size ** 2);
  }

  isDark(x: number, y: number): boolean {
    return this.dark[y * this.size + x] === 1;
  }

  private fix(x: number, y: number, isDark: boolean): void {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
    this.dark[y * this.size + x] = isDark ? 1 : 0;
    this.isFixed[y * this.size + x] = 1;
  }

  drawPatterns(): void {
    for (let index = 0; index < this.size; index++) {
      this.fix(6, index, index % 2 === 0);
      this.fix(index, 6, index % 2 === 0);
    }
    const far = this.size - 4;
    for (const [x, y] of [
      [3, 3],
      [far, 3],
      [3, far],
    ] as const)
      this.rings(x, y, 4, [0, 1, 3]);
    const middles = ALIGNED[this.version - 1] ?? [];
    const last = middles.at(-1);
    for (const x of middles)
      for (const y of middles) {
        const isCorner = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
        if (!isCorner) this.rings(x, y, 2, [0, 2]);
      }
    this.drawFormat(0);
    if (this.version >= 7) this.drawVersion();
  }

  private rings(x: number, y: number, reach: number, darkRings: number[]): void {
    for (let down = -reach; down <= reach; down++)
      for (let right = -reach; right <= reach; right++)
        this.fix(x + right, y + down, darkRings.includes(Math.max(Math.abs(right), Math.abs(down))));
  }

  drawFormat(mask: number): void {
    const data = (LEVEL << 3) | mask;
    let rest = data;
    for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    const bits = ((data << 10) | rest) ^ 0x5412;
    const bit = (index: number) => ((bits >> index) & 1) === 1;
    for (let index = 0; index <= 5; index++) this.fix(8, index, bit(index));
    this.fix(8, 7, bit(6));
    this.fix(8, 8, bit(7));
    this.fix(7, 8, bit(8));
    for (let index = 9; index < 15; index++) this.fix(14 - index, 8, bit(index));
    for (let index = 0; index < 8; index++) this.fix(this.size - 1 - index, 8, bit(index));
    for (let index = 8; index < 15; index++) this.fix(8, this.size - 15 + index, bit(index));
    this.fix(8, this.size - 8, true);
  }

  private drawVersion(): void {
    let rest = this.version;
    for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
    const bits = (this.version << 12) | rest;
    for (let index = 0; index < 18; index++) {
      const isDark = ((bits >> index) & 1) === 1;
      const [a, b] = [this.size - 11 + (index % 3), Math.floor(index / 3)];
      this.fix(a, b, isDark);
      this.fix(b, a, isDark);
    }
  }

  /** In columns of two from the right, up and down in turn. */
  drawData(words: number[]): void {
    let index = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < this.size; step++)
        for (const x of [right, right - 1]) {
          const isUp = ((right + 1) & 2) === 0;
          const y = isUp ? this.size - 1 - step : step;
          if (this.isFixed[y * this.size + x]) continue;
          this.dark[y * this.size + x] = (at(words, index >> 3) >> (7 - (index & 7))) & 1;
          index++;
        }
    }
  }

  apply(mask: number): void {
    const turns = MASKS[mask];
    for (let y = 0; y < this.size; y++)
      for (let x = 0; x < this.size; x++) {
        const here = y * this.size + x;
        if (!this.isFixed[here] && turns?.(x, y)) this.dark[here] = at(this.dark, here) ^ 1;
      }
  }

  /** How hard it is to read: runs, blocks, false finders, too dark or too light. */
  penalty(): number {
    let sum = 0;
    const lines = [(a: number, b: number) => this.isDark(a, b), (a: number, b: number) => this.isDark(b, a)];
    for (const line of lines)
      for (let a = 0; a < this.size; a++) {
        const text = Array.from({ length: this.size }, (_, b) => (line(b, a) ? '1' : '0')).join('');
        for (const run of text.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
        sum += 40 * (text.match(/(?=10111010000|00001011101)/g)?.length ?? 0);
      }
    let dark = 0;
    for (let y = 0; y < this.size; y++)
      for (let x = 0; x < this.size; x++) {
        const here = this.isDark(x, y);
        if (here) dark++;
        if (
          x &&
          y &&
          [this.isDark(x - 1, y), this.isDark(x, y - 1), this.isDark(x - 1, y - 1)].every(
            (one) => one === here,
          )
        )
          sum += 3;
      }
    return sum + 10 * Math.floor(Math.abs((dark * 20) / this.size ** 2 - 10));
  }
}

/** The code of a text as rows of dark modules; `null` where it is too long for one. */
export function qrCode(text: string): boolean[][] | null {
  const bytes = new TextEncoder().encode(text);
  let version = 1;
  while (version <= BLOCKS.length && dataBytes(version) < bytes.length + (version < 10 ? 2 : 3)) version++;
  if (version > BLOCKS.length) return null;
  const words = codewords(bytes, version);
  let best: Square | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < MASKS.length; mask++) {
    const square = new Square(version);
    square.drawPatterns();
    square.drawData(words);
    square.apply(mask);
    square.drawFormat(mask);
    const penalty = square.penalty();
    if (penalty < least) [best, least] = [square, penalty];
  }
  const made = best;
  if (!made) return null;
  const indices = Array.from({ length: made.size }, (_, index) => index);
  return indices.map((y) => indices.map((x) => made.isDark(x, y)));
}
