-- Neovim 0.8 or later: a copy in ~/.config/nvim/plugin/ shows what `sverka lsp` says of claims files and of drafts.
vim.filetype.add({ extension = { claims = "sverka-claims" } })

local function serve(args)
  local here = vim.api.nvim_buf_get_name(args.buf)
  local found = vim.fs.find({ "sverka.toml", "pyproject.toml", ".git" }, { upward = true, path = vim.fs.dirname(here) })
  if here ~= "" and found[1] then
    vim.lsp.start({ name = "sverka", cmd = { "sverka", "lsp" }, root_dir = vim.fs.dirname(found[1]) })
  end
end

vim.api.nvim_create_autocmd("FileType", { pattern = { "sverka-claims", "text", "markdown" }, callback = serve })

vim.api.nvim_create_autocmd("FileType", {
  pattern = "sverka-claims",
  callback = function()
    vim.bo.commentstring = "# %s"
    vim.bo.shiftwidth = 2
    vim.bo.expandtab = true
  end,
})
