import test from 'ava';
import { startExample } from '../../../examples/frontend-gateway/start-example.js';
import { startOrgmeta } from '../../../examples/frontend-gateway/start-orgmeta.js';
import { declareWithChromium } from './declare-with-chromium.js';
import { openBrowser } from './open-browser.js';
import { openPage } from './open-page.js';

declareWithChromium('the page while the service is down', (chromium) => {
  test('while the service or the gateway is down the page says so kindly, and shows the profile once it is back', async (t) => {
    const example = await startExample();
    t.teardown(() => example.stop());
    const browser = await openBrowser(chromium);
    t.teardown(() => browser.close());
    const { page, go, faults } = await openPage(t, browser);
    const statuses: number[] = [];
    page.on('response', (response) => {
      if (response.url().startsWith(example.gatewayOrigin)) statuses.push(response.status());
    });
    const tryAgain = page.getByRole('button', { name: 'Try again' });
    const heading = page.getByRole('heading', { level: 1 });

    await example.service.stop('SIGKILL');
    await go(`${example.origin}/?organization=org_harbor`);
    t.is(await heading.innerText(), 'We can’t show this right now');
    t.regex(await page.locator('main').innerText(), /It isn’t anything you did/);
    t.deepEqual(statuses, [503]);

    const service = await startOrgmeta('serve', {
      ...example.serviceSettings,
      ORGMETA_ADDRESS: example.service.address,
    });
    t.teardown(() => service.stop());
    // The gateway may still be waiting for its next try to connect.
    await t.notThrowsAsync(async () => {
      while (await tryAgain.isVisible()) {
        await tryAgain.focus();
        await page.keyboard.press('Enter');
        await page.locator('main :is(.profile, button:enabled)').first().waitFor();
      }
    });
    t.is(await heading.innerText(), 'Harbor Lights Théâtre');
    t.is(await page.evaluate<string>('document.activeElement.localName'), 'main', 'the keyboard goes on from there');

    await example.gateway.stop();
    await go(`${example.origin}/invitation.html?organization=org_harbor&invitation=inv_zoe`);
    t.is(await heading.innerText(), 'We can’t show this right now');
    t.true(await tryAgain.isVisible());
    t.deepEqual(faults, []);
  });
});
