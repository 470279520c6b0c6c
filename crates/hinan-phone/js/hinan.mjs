// Calls the module of hinan-phone: bytes and JSON in, JSON out. Works in browsers and in Node.
// What is asked and answered: docs/phone-api.md.

/**
 * @param {BufferSource} bytes the compiled module
 * @returns a phone: `open`, `ask`, `decide`
 */
export async function load(bytes) {
  const module = await WebAssembly.compile(bytes);
  const imports = WebAssembly.Module.imports(module);
  if (imports.length > 0) throw new Error(`the module wants ${imports[0].module}.${imports[0].name}`);
  const { exports } = await WebAssembly.instantiate(module, {});
  const room = (length) => {
    // A memory of four gigabytes has addresses that look negative.
    const at = exports.hinan_room(length) >>> 0;
    if (at === 0) throw new Error("the question is too long");
    // The memory may have moved to make room: it is looked up anew each time.
    return new Uint8Array(exports.memory.buffer, at, length);
  };
  const answer = (name) => {
    const length = exports[name]() >>> 0;
    return new TextDecoder().decode(new Uint8Array(exports.memory.buffer, exports.hinan_at() >>> 0, length));
  };
  const call = (name, question) => {
    const text = new TextEncoder().encode(JSON.stringify(question));
    room(text.length).set(text);
    return JSON.parse(answer(name));
  };
  return {
    /** Opens a city: `{city, map?, search?}` of a pack, or `{region}`; all Uint8Arrays. */
    open({ region, city, map, search }) {
      if (region) {
        room(region.length).set(region);
      } else {
        const files = [city, map, search].map((file) => file ?? new Uint8Array());
        const buffer = room(20 + files.reduce((sum, file) => sum + file.length, 0));
        buffer.set(new TextEncoder().encode("HINAN3FS"));
        const view = new DataView(buffer.buffer, buffer.byteOffset);
        let at = 20;
        files.forEach((file, number) => {
          view.setUint32(8 + 4 * number, file.length, true);
          buffer.set(file, at);
          at += file.length;
        });
      }
      return JSON.parse(answer("hinan_open"));
    },
    /** Any question with a `verb`. */
    ask: (question) => call("hinan_ask", question),
    /** The cases of trust, where the module was built with them: docs/trust-vectors.md. */
    decide: (questions) => call("hinan_decide", questions),
  };
}
