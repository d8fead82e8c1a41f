-- Neovim 0.11 or later: a copy in ~/.config/nvim/plugin/ shows what `sverka lsp` says of claims files and of drafts.
vim.filetype.add({ extension = { claims = "sverka-claims" } })

vim.lsp.config("sverka", {
  cmd = { "sverka", "lsp" },
  filetypes = { "sverka-claims", "text", "markdown" },
  root_markers = { "sverka.toml", "pyproject.toml", ".git" },
})
vim.lsp.enable("sverka")

vim.api.nvim_create_autocmd("FileType", {
  pattern = "sverka-claims",
  callback = function()
    vim.bo.commentstring = "# %s"
    vim.bo.shiftwidth = 2
    vim.bo.expandtab = true
  end,
})
