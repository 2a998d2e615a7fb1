import { type HostilePage, script } from './hostile-page.ts'

/** What the reader types is nobody else's: places that are written in, not read. */
export const EDITORS: readonly HostilePage[] = [
  {
    name: 'an editable element, typed in',
    proves: 'contenteditable is not read, nor what is typed there',
    html: '<p>ITU</p><div contenteditable="plaintext-only" id="edit">United Nations</div>',
    counts: { ITU: 1 },
    changes: true,
    check: async ({ page, call }) => {
      await page.click('#edit')
      await page.keyboard.type('The Code of Conduct')
      if ((await call('asked')).some((text) => text.includes('Conduct'))) throw new Error('typing was read')
    },
  },
  {
    name: 'CodeMirror 5',
    proves: 'it draws its text outside an editable element, under its own class',
    html: '<p>ITU</p><div class="CodeMirror cm-s-default"><textarea></textarea><pre class="CodeMirror-line">ITU</pre></div>',
    counts: { ITU: 1 },
  },
  {
    name: 'CodeMirror 6',
    proves: 'an editor that is an editable element with the role of a text box',
    html: '<p>ITU</p><div class="cm-editor"><div class="cm-content" contenteditable="true" role="textbox"><div class="cm-line">ITU</div></div></div>',
    counts: { ITU: 1 },
  },
  {
    name: 'ProseMirror',
    proves: 'rich text that is being written looks like a page and is none',
    html: '<p>ITU</p><div class="ProseMirror" contenteditable="true"><h1>ITU</h1><p>United Nations</p></div>',
    counts: { ITU: 1 },
  },
  {
    name: 'Monaco',
    proves: 'lines that are placed by hand, with a text area beside them',
    html: '<p>ITU</p><div class="monaco-editor"><div class="view-lines"><div class="view-line"><span>ITU</span></div></div><textarea></textarea></div>',
    counts: { ITU: 1 },
  },
  {
    name: 'Ace',
    proves: 'the same under another class',
    html: '<p>ITU</p><pre class="ace_editor"><div class="ace_line">ITU</div></pre>',
    counts: { ITU: 1 },
  },
  {
    name: 'fields of a form',
    proves: 'fields of every kind, passwords among them, are not read',
    html: '<p>ITU</p><form><input value="ITU"><input type="password" value="ITU"><textarea>ITU</textarea><select><option>ITU</option></select><output>United Nations</output></form>',
    counts: { ITU: 1, 'United Nations': 1 },
  },
  {
    name: 'a list that completes what is typed',
    proves: 'roles of fields count as fields',
    html: '<p>ITU</p><div role="combobox">ITU</div><div role="searchbox">ITU</div><div role="spinbutton">ITU</div>',
    counts: { ITU: 1 },
  },
  {
    name: 'a document in design mode',
    proves: 'the whole page is an editor then',
    html: `<p>ITU</p>${script("document.designMode = 'on'")}`,
    counts: {},
  },
  {
    name: 'a page that becomes an editor',
    proves: 'marks go when the text is to be written in, and come back after',
    html: '<article><p>ITU</p></article><p>United Nations</p>',
    counts: { ITU: 1, 'United Nations': 1 },
    act: () => document.querySelector('article')?.setAttribute('contenteditable', 'true'),
    after: { 'United Nations': 1 },
    changes: true,
  },
  {
    name: 'code in many dresses',
    proves: 'samples of code, keys and output are no prose',
    html: '<p>ITU</p><pre class="hljs">ITU</pre><div class="highlight"><pre>ITU</pre></div><code>ITU</code><kbd>ITU</kbd><samp>ITU</samp><pre class="language-js">ITU</pre>',
    counts: { ITU: 1 },
  },
]
