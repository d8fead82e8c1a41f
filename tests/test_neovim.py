"""The settings for Neovim, in a real one where there is one: no window, the editor itself asks and is told."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SETTINGS = Path(__file__).parents[1] / "src/sverka/editor/support/neovim/sverka.lua"
CLAIMS = """\
entity port "The port"
  en: "the port"

metric volume: mass
  en: "cargo volume"

port volume 2024=4.5 Mt
"""
DRAFT = "In 2024 the cargo volume of the port was 5.4 million tonnes.\n"
ASK = """
local function said()
  vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 20)
  return vim.tbl_map(function(each) return { each.code, each.lnum, each.col } end, vim.diagnostic.get(0))
end
local function open(path) vim.cmd("edit " .. path) end
local told = {}
open("drafts/a.txt")
told.draft = said()
open("rules/a.claims")
told.filetype, told.comment = vim.bo.filetype, vim.bo.commentstring
vim.wait(30000, function() return #(vim.lsp.get_clients or vim.lsp.get_active_clients)({ bufnr = 0 }) > 0 end, 20)
vim.lsp.buf.format({ timeout_ms = 30000 })
told.formatted = vim.api.nvim_buf_get_lines(0, 6, 7, false)[1]
vim.api.nvim_buf_set_lines(0, 6, 7, false, { "port volume 2024 = 4.5 Mtt" })
told.mistake = said()
local place = { textDocument = vim.lsp.util.make_text_document_params(0), position = { line = 6, character = 5 } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/completion", place, 30000)
for _, answer in pairs(answers) do
  told.words = vim.tbl_map(function(each) return each.label end, answer.result.items or answer.result)
end
io.stdout:write(vim.json.encode(told))
vim.cmd("qall!")
"""


def _is_new_enough(nvim: str | None) -> bool:
    if nvim is None:
        return False
    version = subprocess.run([nvim, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"v(\d+)\.(\d+)", version)
    return found is not None and tuple(map(int, found.groups())) >= (0, 8)


NVIM = shutil.which("nvim")


@pytest.mark.skipif(not _is_new_enough(NVIM), reason="there is no Neovim of 0.8 or later here")
def test_neovim_shows_what_the_server_says(tmp_path: Path) -> None:
    home, project = tmp_path / "home", tmp_path / "project"
    plugins = home / "nvim" / "plugin"
    plugins.mkdir(parents=True)
    shutil.copy(SETTINGS, plugins)
    settings = 'claims = ["rules"]\ndocuments = ["drafts"]\n'
    files = {"sverka.toml": settings, "rules/a.claims": CLAIMS, "drafts/a.txt": DRAFT, "ask.lua": ASK}
    for path, text in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    folders = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    around = {**os.environ, "PATH": folders, **dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(home))}
    command = [str(NVIM), "--headless", "-n", "-c", "luafile ask.lua"]
    done = subprocess.run(
        command,
        cwd=project,
        env=around,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    told = json.loads(done.stdout)
    assert told["draft"] == [["conflict[transposed]", 0, DRAFT.index("5.4")]], done.stderr
    assert (told["filetype"], told["comment"]) == ("sverka-claims", "# %s")
    assert told["formatted"] == "port volume 2024 = 4.5 Mt"
    assert told["mistake"] == [["C301", 6, 23]]
    assert told["words"][0] == "volume"
