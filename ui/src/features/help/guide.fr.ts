// The French pages of the guide, in one piece that is loaded when it is asked for.

export default import.meta.glob<string>('../../../../src-tauri/messages/help/fr/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
