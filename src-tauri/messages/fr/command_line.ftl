# The command line: help texts and answers.
