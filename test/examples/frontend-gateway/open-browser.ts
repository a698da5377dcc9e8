import { spawnSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

/** What Chromium, and what is made of it, is called. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** No calls of the browser's own: what the network log holds is then the page's. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is installed here, or undefined if it isn't. */
export function findChromium(): string | undefined {
  const { stdout } = spawnSync('sh', ['-c', `command -v ${NAMES.join(' || command -v ')}`], { encoding: 'utf8' });
  const [file] = stdout.split('\n');
  return file === '' ? undefined : file;
}

/** Opens a browser without a window, with an empty profile that is removed when it closes. */
export function openBrowser(executablePath: string): Promise<Browser> {
  // Chromium's sandbox does not start as root, and the page is our own.
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', ...QUIET],
  });
}
