import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import type { Browser } from 'playwright-core';
import { createClient, type OrgmetaClient } from '../../../clients/typescript/src/index.js';
import { CANARY } from '../../../examples/frontend-gateway/sample-organizations.js';
import { startExample, type RunningExample } from '../../../examples/frontend-gateway/start-example.js';
import { declareWithChromium } from './declare-with-chromium.js';
import { measureContrasts } from './measure-contrast.js';
import { openBrowser } from './open-browser.js';
import { openPage } from './open-page.js';
import { recordNetwork } from './record-network.js';
import { recordStatuses } from './record-statuses.js';

const ARTIFACTS = path.resolve('.cache/artifacts/frontend-gateway');

const profile = (organizationId: string) => `/?organization=${organizationId}`;
const invitation = (organizationId: string, invitationId: string) =>
  `/invitation.html?organization=${organizationId}&invitation=${invitationId}`;

/** Every page that there is, by the name of its screenshot. */
const PAGES = {
  start: '/',
  profile: profile('org_harbor'),
  'right-to-left': profile('org_waha'),
  'without-a-picture': profile('org_komorebi'),
  hostile: profile('org_mischief'),
  empty: profile('org_quiet'),
  missing: profile('org_nobody'),
  invitation: invitation('org_harbor', 'inv_zoe'),
  'invitation-accepted': invitation('org_harbor', 'inv_amir'),
  'invitation-hostile': invitation('org_mischief', 'inv_mischief'),
  'invitation-missing': invitation('org_harbor', 'inv_nobody'),
};

let example: RunningExample;
let browser: Browser;
let backend: OrgmetaClient;

declareWithChromium('the page in a browser', (chromium) => {
  test.before(async () => {
    example = await startExample();
    browser = await openBrowser(chromium);
    backend = createClient({ address: example.service.address, credential: example.backendKey });
  });

  // Each may be missing, if what came before it has failed.
  test.after.always(async () => {
    (backend as OrgmetaClient | undefined)?.close();
    await (browser as Browser | undefined)?.close();
    await (example as RunningExample | undefined)?.stop();
  });

  test.serial('a profile shows name, picture, plan and links', async (t) => {
    const { page, go, faults } = await openPage(t, browser);
    await go(example.origin + PAGES.profile);
    t.is(await page.title(), 'Harbor Lights Théâtre · Directory');
    t.is(await page.locator('h1').innerText(), 'Harbor Lights Théâtre');
    const picture = page.getByRole('img', { name: 'A red and white lighthouse at night' });
    t.true(
      (await page.evaluate<number>('document.querySelector(".picture").naturalWidth')) > 0 &&
        (await picture.isVisible()),
      'the picture is seen',
    );
    t.is(await page.locator('.plan').innerText(), 'Plan Pro');
    const links = await page.locator('.links a').all();
    t.deepEqual(
      await Promise.all(links.map(async (link) => [await link.innerText(), await link.getAttribute('href')])),
      [
        ['Programme\nharbor.example', 'https://harbor.example/programme'],
        ['How to find us\nmaps.example', 'https://maps.example/harbor-lights'],
        ['Write to us\nhello@harbor.example', 'mailto:hello@harbor.example'],
      ],
    );
    for (const link of links) t.is(await link.getAttribute('rel'), 'noopener noreferrer nofollow ugc');
    t.deepEqual(faults, []);
  });

  test.serial(
    'a name from right to left has its own direction and language, and a name without a picture its first letter',
    async (t) => {
      const { page, go } = await openPage(t, browser);
      await go(example.origin + PAGES['right-to-left']);
      const name = page.getByRole('heading', { level: 1, name: 'واحة المعرفة' });
      t.is(await name.getAttribute('lang'), 'ar');
      t.is(await page.evaluate<string>('getComputedStyle(document.querySelector("h1")).direction'), 'rtl');
      t.is(await page.evaluate<string>('getComputedStyle(document.body).direction'), 'ltr');
      await go(example.origin + PAGES['without-a-picture']);
      t.is(await page.locator('.picture').innerText(), '木');
    },
  );

  for (const { title, at, expected } of [
    {
      title: 'a record that is empty',
      at: PAGES.empty,
      expected: /Nothing here yet\n.*hasn’t said anything about itself/s,
    },
    {
      title: 'an organization without a record',
      at: PAGES.missing,
      expected: /There is no page here\n.*keeps to itself/s,
    },
    { title: 'an id that can’t be one', at: '/?organization=a%2Fb%20%F0%9F%92%A5', expected: /There is no page here/ },
    { title: 'no id', at: '/?organization=', expected: /Whom are you looking for\?\n/ },
    {
      title: 'an invitation',
      at: PAGES.invitation,
      expected: /Welcome, Zoë!\n.*Kenji Okafor invites you to join Harbor Lights Théâtre as Stage manager\.\n/s,
    },
    {
      title: 'an invitation that was accepted',
      at: PAGES['invitation-accepted'],
      expected:
        /Welcome, أمير!\n.*You are invited to join Harbor Lights Théâtre as Musician\.\n.*Accepted it already\?/s,
    },
    {
      title: 'an invitation that is not there',
      at: PAGES['invitation-missing'],
      expected: /This invitation isn’t here\n+It may have been taken back, or .* not whole\. Ask whoever invited you/s,
    },
    {
      title: 'an invitation that is a step in the path, and no other record in its place',
      at: invitation('org_harbor', '..'),
      expected: /This invitation isn’t here\n/,
    },
    { title: 'an invitation without an id', at: '/invitation.html', expected: /This invitation isn’t here\n/ },
  ]) {
    test.serial(`${title} is met with words that fit it`, async (t) => {
      const { page, go, faults } = await openPage(t, browser);
      await go(example.origin + at);
      t.regex(await page.locator('main').innerText(), expected);
      t.deepEqual(faults, []);
    });
  }

  test.serial('input that means harm is text, and its links and pictures are left out', async (t) => {
    const { page, go, faults } = await openPage(t, browser);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const name = '<script>document.title = "taken over"</script><img src=x onerror="document.title=1">';
    await go(example.origin + PAGES.hostile);
    await page.waitForSelector('span.picture');
    t.is(await page.locator('h1').innerText(), name);
    t.is(await page.title(), `${name} · Directory`);
    t.is(await page.locator('.plan bdi').innerText(), '"><b>Enterprise</b>');
    t.false((await page.locator('main').innerText()).includes('\u202E'), 'no control of direction is left');
    t.is(await page.locator('main :is(script, img, b, iframe)').count(), 0);
    t.deepEqual(await page.evaluate<string[]>('[...document.querySelectorAll("main a")].map(({ href }) => href)'), [
      `https://example.com/${'long'.repeat(50)}`,
      'https://example.com/?q=%3Cscript%3E',
    ]);

    await go(example.origin + PAGES['invitation-hostile']);
    await page.waitForSelector('span.picture');
    t.is(await page.locator('h1').innerText(), 'Welcome, <img src=x onerror="document.title=1">!');
    t.is(await page.locator('main :is(a, script, img, iframe)').count(), 0);
    t.deepEqual(
      requests.filter((url) => !url.startsWith(example.origin) && !url.startsWith(example.gatewayOrigin)),
      [],
    );
    t.deepEqual(faults, []);
  });

  test.serial('should markup ever be made of text, the policy of the page refuses it', async (t) => {
    const { page, go, faults } = await openPage(t, browser);
    await go(example.origin + PAGES.start);
    const fault = await page.evaluate<string>(
      '(() => { try { document.body.innerHTML = "<b>"; return "taken"; } catch (error) { return error.name; } })()',
    );
    t.is(fault, 'TypeError');
    await page.evaluate(
      'document.body.append(Object.assign(document.createElement("img"), { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" }))',
    );
    await page.evaluate('document.querySelector("body > img").decode().catch(() => undefined)');
    t.regex(faults.join('\n'), /Content Security Policy/);
  });

  test.serial('no private metadata and no credential go over the network', async (t) => {
    const { page, go } = await openPage(t, browser);
    const network = recordNetwork(page);
    for (const at of Object.values(PAGES)) await go(example.origin + at);
    const entries = await network.read();
    const reads = entries.filter(({ url }) => url.startsWith(example.gatewayOrigin));
    t.is(reads.length, 14, 'one read for each of 6 organizations, two for each of 4 invitations');
    t.true(
      reads.some(({ received }) => received.includes('Harbor Lights')),
      'the log has what was read',
    );
    const { privateMetadata } = await backend.organizations.getOrganizationMetadata('org_harbor');
    t.true(JSON.stringify(privateMetadata).includes(CANARY), 'the canary is there, for backends');
    for (const { url, sent, received } of entries) {
      t.true(url.startsWith(example.origin) || url.startsWith(example.gatewayOrigin), url);
      t.false(`${sent}${received}`.includes(CANARY), url);
      t.notRegex(`${sent}${received}`, /canary|private_metadata|cus_1|om_[ps]k_|set-cookie/i, url);
      t.notRegex(sent, /^(authorization|cookie|referer):/im, url);
    }
  });

  test.serial(
    'a reload is answered with 304 until public metadata change, whatever becomes of the private',
    async (t) => {
      const id = 'org_reloaded';
      await backend.organizations.replaceOrganizationMetadata(id, { publicMetadata: { name: 'Before' } });
      const { page, go, shown } = await openPage(t, browser);
      const readStatuses = await recordStatuses(page, `${example.gatewayOrigin}/v1/organizations/${id}/`);
      const seen: string[] = [];
      const look = async () => {
        await shown();
        seen.push(await page.locator('h1').innerText());
      };
      await go(example.origin + profile(id));
      await look();
      await page.reload();
      await look();
      await backend.organizations.updateOrganizationMetadata(id, { privateMetadata: { canary: CANARY } });
      await page.reload();
      await look();
      await backend.organizations.updateOrganizationMetadata(id, { publicMetadata: { name: 'After' } });
      await page.reload();
      await look();
      t.deepEqual(await readStatuses(), [200, 304, 304, 200]);
      t.deepEqual(seen, ['Before', 'Before', 'Before', 'After']);
    },
  );

  for (const colorScheme of ['light', 'dark'] as const) {
    test.serial(
      `at a width of 320 pixels nothing scrolls sideways, and in ${colorScheme} every text is easy to read`,
      async (t) => {
        const { page, go } = await openPage(t, browser, { viewport: { width: 320, height: 640 }, colorScheme });
        for (const [name, at] of Object.entries(PAGES)) {
          await go(example.origin + at);
          t.is(await page.evaluate<number>('document.documentElement.scrollWidth'), 320, name);
          const contrasts = await measureContrasts(page);
          t.true(contrasts.length >= 4, name);
          for (const { text, ratio } of contrasts) t.true(ratio >= 4.5, `${name}: ${ratio.toFixed(2)} for ${text}`);
        }
      },
    );
  }

  test.serial('all that can be used is reached by the keyboard, and seen to be', async (t) => {
    const { page, go } = await openPage(t, browser);
    const tab = async () => {
      await page.keyboard.press('Tab');
      const outline = '(({ outlineStyle, outlineWidth }) => `${outlineStyle} ${outlineWidth}`)';
      const seen = await page.evaluate<string>(`${outline}(getComputedStyle(document.activeElement))`);
      t.is(seen, 'solid 3px', 'an outline shows where one is');
      return page.evaluate<string>('document.activeElement.innerText || document.activeElement.id');
    };
    await go(example.origin + PAGES.start);
    t.deepEqual([await tab(), await tab(), await tab()], ['Directory', 'organization', 'Look up']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('org_harbor');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main[aria-busy=false] .profile');
    t.is(await page.locator('h1').innerText(), 'Harbor Lights Théâtre');
    t.deepEqual(
      [await tab(), await tab(), await tab(), await tab()],
      ['Directory', 'Programme\nharbor.example', 'How to find us\nmaps.example', 'Write to us\nhello@harbor.example'],
    );
  });

  test.serial('nothing moves for those who asked for less motion', async (t) => {
    const motion = `[...document.querySelectorAll('body *')].filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration !== '0s';
    }).length`;
    for (const { reducedMotion, expected } of [
      { reducedMotion: 'no-preference', expected: 1 },
      { reducedMotion: 'reduce', expected: 0 },
    ] as const) {
      const { page, go } = await openPage(t, browser, { reducedMotion });
      await go(example.origin + PAGES.invitation);
      t.is(await page.evaluate<number>(motion), expected, reducedMotion);
    }
  });

  for (const { name, options, pages } of [
    {
      name: 'phone',
      options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
      pages: Object.entries(PAGES),
    },
    { name: 'desktop', options: { viewport: { width: 1280, height: 800 } }, pages: Object.entries(PAGES) },
    {
      name: 'dark',
      options: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const },
      pages: [['profile', PAGES.profile] as const],
    },
  ]) {
    test.serial(`screenshots are kept (${name})`, async (t) => {
      await mkdir(ARTIFACTS, { recursive: true });
      const { page, go } = await openPage(t, browser, options);
      for (const [of, at] of pages) {
        const file = path.join(ARTIFACTS, `${of}-${name}.png`);
        await go(example.origin + at);
        await page.screenshot({ path: file, fullPage: true });
        t.true((await stat(file)).size > 5000, file);
      }
    });
  }
});
