// The French texts of the interface, in one piece that is loaded when it is spoken.

const files = import.meta.glob<string>(
  ['../../src-tauri/messages/fr/*.ftl', '!../../src-tauri/messages/fr/command_line.ftl'],
  { query: '?raw', import: 'default', eager: true },
)

export default Object.values(files).join('\n')
