import type { JoinMessage } from '../../src/indexing/join-index-thread.ts'

/**
 * A page that nobody sees: Chromium's background may start no worker, so this does it. It passes on the channel, and goes
 * when the background lets go of the thread or is ended.
 */
navigator.serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<JoinMessage>) => {
  new Worker('/index-worker.js').postMessage(data, [...ports])
  void navigator.locks.request(data.name, () => window.close())
})
navigator.serviceWorker.startMessages()
