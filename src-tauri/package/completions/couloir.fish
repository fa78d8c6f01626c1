# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_couloir_global_optspecs
    string join \n data= new V/version h/help
end

function __fish_couloir_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_couloir_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_couloir_using_subcommand
    set -l cmd (__fish_couloir_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c couloir -n "__fish_couloir_needs_command" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_needs_command" -l new -d 'Open the window on the choice of a new workshop'
complete -c couloir -n "__fish_couloir_needs_command" -s V -l version -d 'Show the version'
complete -c couloir -n "__fish_couloir_needs_command" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "new" -d 'Make a workshop and print its id'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "templates" -d 'List the templates, built in and your own, and what they hold'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "template" -d 'Keep a workshop as a template (save ID NAME), write it to a file (export NAME FILE), take it over (import FILE) or delete it (delete NAME)'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "list" -d 'List the workshops'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "show" -d 'Show a whole workshop'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "search" -d 'Find texts that hold every word, in all workshops'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "export" -d 'Write a document to a file'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "guide" -d 'Write the guide as a PDF'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "findings" -d 'List the findings: what is missing between the roles'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "prepare" -d 'Propose the agenda of a meeting from what is open'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "contracts" -d 'List what roles owe each other, with the score'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "rounds" -d 'List the pair rounds: everyone once with everyone'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "import" -d 'Take in a file: .couloir archive, table (XLSX, ODS, CSV, TSV), document (DOCX, ODT, Markdown, HTML, text) or calendar (ICS)'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "share" -d 'Share a workshop with other laptops, or no longer'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "send" -d 'Write the file of a shared workshop, for another laptop to receive'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "receive" -d 'Merge what another laptop sent, or take part in its workshop'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "conflicts" -d 'List what does not go together in a shared workshop'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "check" -d 'Check the database'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "backup" -d 'Make a verified copy, among the copies or in a file'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "backups" -d 'List the copies'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "restore" -d 'Restore a copy, whole or one workshop'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "erase" -d 'Delete a workshop for ever, with all its history'
complete -c couloir -n "__fish_couloir_needs_command" -f -a "salvage" -d 'Save what can be read of a damaged database'
complete -c couloir -n "__fish_couloir_using_subcommand new" -l template -d 'Start from a template: ajo, product-team, software-delivery, project-kick-off, data-platform, association-board, event, ward-opening, marketing-campaign' -r
complete -c couloir -n "__fish_couloir_using_subcommand new" -l language -d 'Language of the workshop (default: the system’s)' -r
complete -c couloir -n "__fish_couloir_using_subcommand new" -l title -d 'Title of the workshop' -r
complete -c couloir -n "__fish_couloir_using_subcommand new" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand new" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand templates" -l language -d 'Language in which to show them (default: the system’s)' -r
complete -c couloir -n "__fish_couloir_using_subcommand templates" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand templates" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand templates" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand template" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand template" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand list" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand list" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand list" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand show" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand show" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand show" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand search" -l workshop -d 'Only in this workshop' -r
complete -c couloir -n "__fish_couloir_using_subcommand search" -l limit -d 'How many texts to print (default: 50)' -r
complete -c couloir -n "__fish_couloir_using_subcommand search" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand search" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand search" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand export" -l meeting -d 'Meeting it is about (default: the next one)' -r
complete -c couloir -n "__fish_couloir_using_subcommand export" -l series -d 'Series of an .ics file, by its id or its title (default: the only one there is)' -r
complete -c couloir -n "__fish_couloir_using_subcommand export" -l page -d 'Page to draw, for an .svg or .png file (default: the first)' -r
complete -c couloir -n "__fish_couloir_using_subcommand export" -l language -d 'Language of the document (default: the workshop’s)' -r
complete -c couloir -n "__fish_couloir_using_subcommand export" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand export" -l passphrase -d 'Seal the archive with a passphrase, asked for or piped in'
complete -c couloir -n "__fish_couloir_using_subcommand export" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand guide" -l language -d 'Language of the guide (default: the system’s)' -r
complete -c couloir -n "__fish_couloir_using_subcommand guide" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand guide" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand findings" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand findings" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand findings" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand prepare" -l meeting -d 'The meeting (default: the next one)' -r
complete -c couloir -n "__fish_couloir_using_subcommand prepare" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand prepare" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand prepare" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand contracts" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand contracts" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand contracts" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand rounds" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand rounds" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand rounds" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand import" -l into -d 'Workshop to add to (default: a new workshop)' -r
complete -c couloir -n "__fish_couloir_using_subcommand import" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand import" -l update -d 'Also change rows of the open workshop that the file says otherwise'
complete -c couloir -n "__fish_couloir_using_subcommand import" -l dry-run -d 'Show what would be taken, changing nothing'
complete -c couloir -n "__fish_couloir_using_subcommand import" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand import" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand share" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand share" -l stop -d 'stop sharing: the workshop stays here as it is'
complete -c couloir -n "__fish_couloir_using_subcommand share" -l anew -d 'a fresh file that knows nothing of what was written and deleted before'
complete -c couloir -n "__fish_couloir_using_subcommand share" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand send" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand send" -l passphrase -d 'ask for a passphrase that alone opens the file'
complete -c couloir -n "__fish_couloir_using_subcommand send" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand receive" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand receive" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand receive" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand conflicts" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand conflicts" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand conflicts" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand check" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand check" -l deep -d 'Read every row and every image of the history'
complete -c couloir -n "__fish_couloir_using_subcommand check" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand backup" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand backup" -l passphrase -d 'Seal the file with a passphrase, asked for or piped in'
complete -c couloir -n "__fish_couloir_using_subcommand backup" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand backups" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand backups" -l json -d 'Answer in JSON'
complete -c couloir -n "__fish_couloir_using_subcommand backups" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand restore" -l workshop -d 'Restore this workshop only' -r
complete -c couloir -n "__fish_couloir_using_subcommand restore" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand restore" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand erase" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand erase" -l copies -d 'Erase it from all copies too'
complete -c couloir -n "__fish_couloir_using_subcommand erase" -l yes -d 'Yes, for ever'
complete -c couloir -n "__fish_couloir_using_subcommand erase" -s h -l help -d 'Show this help'
complete -c couloir -n "__fish_couloir_using_subcommand salvage" -l data -d 'Data folder (default: the system’s)' -r -F
complete -c couloir -n "__fish_couloir_using_subcommand salvage" -s h -l help -d 'Show this help'
