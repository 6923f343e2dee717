// Runs the browser's search without a browser: node run.js SEARCH.js SITE, expressions
// on standard input as a JSON array, their values on standard output as one.
const fs = require("fs"), path = require("path"), vm = require("vm");

const [runtime, site] = process.argv.slice(2);
const loaded = [];
const sandbox = vm.createContext({ URLSearchParams, console });
sandbox.window = sandbox;
sandbox.document = {
  documentElement: { dataset: { root: "" } },
  head: {
    append(script) {
      const file = script.src.split("?")[0];
      loaded.push(file);
      fs.readFile(path.join(site, file), "utf8", (error, data) => {
        if (error) return script.onerror();
        vm.runInContext(data, sandbox);
        script.onload();
      });
    },
  },
  createElement: () => ({}),
  querySelectorAll: () => [],
  addEventListener: () => {},
};
vm.runInContext(fs.readFileSync(runtime, "utf8"), sandbox);

(async () => {
  const answers = [];
  for (const expression of JSON.parse(fs.readFileSync(0, "utf8"))) {
    loaded.length = 0;
    const started = performance.now();
    const value = await vm.runInContext(expression, sandbox);
    answers.push({ value, loaded: [...loaded], ms: performance.now() - started });
  }
  process.stdout.write(JSON.stringify(answers));
})();
