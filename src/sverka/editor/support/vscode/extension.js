// Starts `sverka lsp` and shows what it says of claims files, and of drafts in text and Markdown.
"use strict";

const { workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

exports.activate = async function activate() {
  const [command, ...args] = workspace.getConfiguration("sverka").get("command");
  const server = { command, args, transport: TransportKind.stdio };
  const languages = ["sverka-claims", "plaintext", "markdown"];
  client = new LanguageClient("sverka", "sverka", server, {
    documentSelector: languages.map((language) => ({ scheme: "file", language })),
  });
  await client.start();
};

exports.deactivate = async function deactivate() {
  await client?.stop();
};
