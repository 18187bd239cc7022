import Bowser from 'bowser';

/** Says which browser on which system a request comes from, in a few words: `Chrome · Windows`; empty when it does not say. */
export function describeDevice(userAgent: string | undefined): string {
  if (!userAgent) return '';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 400));
  return [browser.name, os.name].filter(Boolean).join(' · ').slice(0, 60);
}
