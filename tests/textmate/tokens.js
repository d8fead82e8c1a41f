// Lines of claims as an editor takes them apart: `node tokens.js MODULES GRAMMAR < lines.json > tokens.json`.
// For each line the parts that have a scope of their own: start, end (in UTF-16 units) and that scope.
"use strict";

const fs = require("fs");
const path = require("path");

const [modules, grammarFile] = process.argv.slice(2).map((name) => path.resolve(name));
const load = (name) => require(path.join(modules, name));
const oniguruma = load("vscode-oniguruma");
const { Registry, INITIAL, parseRawGrammar } = load("vscode-textmate");

async function main() {
  await oniguruma.loadWASM(fs.readFileSync(path.join(modules, "vscode-oniguruma/release/onig.wasm")).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => parseRawGrammar(fs.readFileSync(grammarFile, "utf8"), grammarFile),
  });
  const grammar = await registry.loadGrammar("source.claims");
  const told = JSON.parse(fs.readFileSync(0, "utf8")).map((line) =>
    grammar
      .tokenizeLine(line, INITIAL)
      .tokens.filter(({ scopes }) => scopes.length > 1)
      .map(({ startIndex, endIndex, scopes }) => [startIndex, Math.min(endIndex, line.length), scopes.at(-1)]),
  );
  process.stdout.write(JSON.stringify(told));
}

main();
