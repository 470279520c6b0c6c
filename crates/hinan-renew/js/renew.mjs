// Calls the module of hinan-renew: the files of a pack that is held and a difference in, those of the new pack out.

/**
 * @param {BufferSource} bytes the compiled module
 * @param {{city: Uint8Array, map: Uint8Array, search: Uint8Array}} held the files that are held
 * @param {Uint8Array} difference from those to the new ones
 * @returns {Promise<{city: Uint8Array, map: Uint8Array, search: Uint8Array}>} to be held against their digests
 */
export async function renew(bytes, held, difference) {
  const module = await WebAssembly.compile(bytes);
  const imports = WebAssembly.Module.imports(module);
  if (imports.length > 0) throw new Error(`the module wants ${imports[0].module}.${imports[0].name}`);
  const { exports } = await WebAssembly.instantiate(module, {});
  const parts = [held.city, held.map, held.search, difference];
  const length = 16 + parts.reduce((sum, part) => sum + part.length, 0);
  const at = exports.hinan_room(length) >>> 0;
  if (at === 0) throw new Error("the pack is too large");
  const question = new Uint8Array(exports.memory.buffer, at, length);
  const lengths = new DataView(question.buffer, at);
  let end = 16;
  parts.forEach((part, number) => {
    lengths.setUint32(4 * number, part.length, true);
    question.set(part, end);
    end += part.length;
  });
  const answered = exports.hinan_renew() >>> 0;
  const answer = new Uint8Array(exports.memory.buffer, exports.hinan_at() >>> 0, answered);
  if (answer[0] !== 0) throw new Error(new TextDecoder().decode(answer.subarray(1)));
  const view = new DataView(answer.buffer, answer.byteOffset);
  let from = 13;
  const made = [0, 1, 2].map((number) => {
    const to = from + view.getUint32(1 + 4 * number, true);
    // A copy: the module's memory goes with it.
    const part = answer.slice(from, to);
    from = to;
    return part;
  });
  return { city: made[0], map: made[1], search: made[2] };
}
