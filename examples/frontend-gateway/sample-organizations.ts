/** A word like this must never reach a browser: the tests look for it in all that one receives. */
export const CANARY = 'canary-that-only-backends-see';

/** An organization as the sample data have it. */
export interface SampleOrganization {
  readonly organizationId: string;
  /** What it is there to show. */
  readonly shows: string;
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  readonly privateMetadata: Readonly<Record<string, unknown>>;
  readonly invitations?: readonly SampleInvitation[];
}

/** An invitation as the sample data have it. */
export interface SampleInvitation {
  readonly invitationId: string;
  readonly shows: string;
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** Who has accepted it, if somebody has. */
  readonly acceptedBy?: string;
}

const privateMetadata = { canary: CANARY, billing: { customer: 'cus_1', note: `never for browsers: ${CANARY}` } };

/** Makes the sample data. @param pageOrigin of the page, which has the pictures */
export function sampleOrganizations(pageOrigin: string): readonly SampleOrganization[] {
  return [
    {
      organizationId: 'org_harbor',
      shows: 'a profile with everything',
      publicMetadata: {
        name: 'Harbor Lights Théâtre',
        tagline: 'A small stage by the water: new plays, old songs, and soup after the show.',
        language: 'en',
        picture: `${pageOrigin}/pictures/lighthouse.svg`,
        picture_description: 'A red and white lighthouse at night',
        plan: 'Pro',
        links: [
          { title: 'Programme', url: 'https://harbor.example/programme' },
          { title: 'How to find us', url: 'https://maps.example/harbor-lights' },
          { title: 'Write to us', url: 'mailto:hello@harbor.example' },
        ],
      },
      privateMetadata,
      invitations: [
        {
          invitationId: 'inv_zoe',
          shows: 'an invitation that is pending',
          publicMetadata: {
            name: 'Zoë',
            invited_by: 'Kenji Okafor',
            role: 'Stage manager',
            message: 'We start rehearsals on Monday and would love to have you with us.',
            accept_url: 'https://harbor.example/welcome',
          },
        },
        {
          invitationId: 'inv_amir',
          shows: 'an invitation that was accepted',
          publicMetadata: { name: 'أمير', role: 'Musician' },
          acceptedBy: 'user_amir',
        },
      ],
    },
    {
      organizationId: 'org_waha',
      shows: 'a name that is written from right to left',
      publicMetadata: {
        name: 'واحة المعرفة',
        tagline: 'مكتبة مفتوحة للجميع، كل يوم حتى غروب الشمس.',
        language: 'ar',
        picture: `${pageOrigin}/pictures/palm.svg`,
        picture_description: 'A palm tree in the evening sun',
        plan: 'Team',
        links: [
          { title: 'الموقع', url: 'https://waha.example/' },
          { title: 'Opening hours', url: 'https://waha.example/hours' },
        ],
      },
      privateMetadata,
    },
    {
      organizationId: 'org_komorebi',
      shows: 'a name without a picture',
      publicMetadata: {
        name: '木漏れ日製作所',
        tagline: '手で作る、長く使う。木の道具の小さな工房です。',
        language: 'ja',
        plan: 'Free',
        links: [{ title: '道具の一覧', url: 'https://komorebi.example/tools' }],
      },
      privateMetadata,
    },
    {
      organizationId: 'org_mischief',
      shows: 'input that means harm, shown as what it is: text',
      publicMetadata: {
        name: '<script>document.title = "taken over"</script><img src=x onerror="document.title=1">',
        tagline: `\u202Egnp.exe ${'Donaudampfschifffahrt'.repeat(10)} {{constructor.constructor("alert(1)")()}}`,
        language: '"><script>',
        picture: `${pageOrigin}/pictures/there-is-none.png`,
        plan: '"><b>Enterprise</b>',
        links: [
          { title: 'Click me', url: 'javascript:document.title="taken over"' },
          { title: 'Click me too', url: ' JaVa\tScRiPt:alert(1)' },
          { title: 'A page of my own', url: 'data:text/html,<script>alert(1)</script>' },
          { title: 'Your bank', url: 'https://bank.example@evil.example/' },
          { title: 'The other one', url: '//evil.example/' },
          { title: 'long'.repeat(50), url: `https://example.com/${'long'.repeat(50)}` },
          { title: '<b>bold</b>', url: 'https://example.com/?q=<script>' },
          'not a link',
          null,
        ],
        html: '<h1>Something that the page knows nothing of</h1>',
      },
      privateMetadata,
      invitations: [
        {
          invitationId: 'inv_mischief',
          shows: 'an invitation that means harm',
          publicMetadata: {
            name: '<img src=x onerror="document.title=1">',
            invited_by: { toString: 'nobody' },
            role: ['Owner'],
            message: 'w'.repeat(200),
            accept_url: 'javascript:document.title="taken over"',
          },
        },
      ],
    },
    {
      organizationId: 'org_quiet',
      shows: 'a record that is empty',
      publicMetadata: {},
      privateMetadata,
    },
  ];
}
