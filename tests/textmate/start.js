// Starts the extension in an editor that is none, and prints what it would have started, and for which files.
"use strict";

const Module = require("module");
const path = require("path");

const known = {
  vscode: { workspace: { getConfiguration: () => ({ get: () => ["sverka", "lsp"] }) } },
  "vscode-languageclient/node": {
    TransportKind: { stdio: 0 },
    LanguageClient: class {
      constructor(id, name, server, options) {
        this.told = { server, languages: options.documentSelector.map(({ language }) => language) };
      }
      async start() {
        process.stdout.write(JSON.stringify(this.told));
      }
      async stop() {}
    },
  },
};
const usual = Module._load;
Module._load = (name, ...rest) => known[name] ?? usual(name, ...rest);

const extension = require(path.resolve(process.argv[2]));
extension.activate().then(extension.deactivate);
