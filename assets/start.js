// Ends the glue in the place of wasm-bindgen's own start, which knows ways that this page never takes: the module starts from
// a response. A host that does not know what a module is sends it under another type; then it is read whole.
export default async (response) => {
  const given = await response;
  const imports = __wbg_get_imports();
  const { instance } =
    given.headers.get("Content-Type") === "application/wasm"
      ? await WebAssembly.instantiateStreaming(given, imports)
      : await WebAssembly.instantiate(await given.arrayBuffer(), imports);
  __wbg_finalize_init(instance);
};
