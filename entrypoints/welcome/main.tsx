import { render } from 'preact'
import '../../src/ui/welcome/welcome.css'
import { readTexts } from '../interface/texts.ts'
import { App } from './app.tsx'

async function start(): Promise<void> {
  const t = await readTexts()
  document.title = t('welcome.title')
  const root = document.getElementById('app')
  if (root) render(<App t={t} />, root)
}

void start()
