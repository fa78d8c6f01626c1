// The English texts of the interface, in one piece that is loaded when it is spoken.

const files = import.meta.glob<string>(
  ['../../src-tauri/messages/en/*.ftl', '!../../src-tauri/messages/en/command_line.ftl'],
  { query: '?raw', import: 'default', eager: true },
)

export default Object.values(files).join('\n')
