"""What an editor is told of claims and drafts: the same as the command tells, by construction."""
