// Starts the live page. Whatever fails, the page that is there stays, and says so in a quiet line of its own.
const root = document.documentElement;
const { glue, wasm, wasmIntegrity } = root.dataset;
const fail = () => {
  root.dataset.app = "failed";
};

try {
  const { default: start } = await import(new URL(glue, document.baseURI));
  await start({ module_or_path: fetch(new URL(wasm, document.baseURI), { integrity: wasmIntegrity }) });
} catch {
  fail();
}
