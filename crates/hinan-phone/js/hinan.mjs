// Calls the module of hinan-phone: text in, text out. Works in browsers and in Node.

/** @param {BufferSource} bytes the compiled module */
export async function load(bytes) {
  const module = await WebAssembly.compile(bytes);
  const imports = WebAssembly.Module.imports(module);
  if (imports.length > 0) throw new Error(`the module wants ${imports[0].module}.${imports[0].name}`);
  const { exports } = await WebAssembly.instantiate(module, {});
  const call = (name, question) => {
    const bytes = new TextEncoder().encode(question);
    const room = exports.hinan_room(bytes.length);
    if (room === 0) throw new Error("the question is too long");
    // The memory may have moved to make room: it is looked up anew each time.
    new Uint8Array(exports.memory.buffer, room, bytes.length).set(bytes);
    const length = exports[name]();
    return new TextDecoder().decode(new Uint8Array(exports.memory.buffer, exports.hinan_at(), length));
  };
  return { decide: (question) => JSON.parse(call("hinan_decide", JSON.stringify(question))) };
}
