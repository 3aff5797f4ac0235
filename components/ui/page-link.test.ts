import { describe, expect, it } from 'vitest';
import { opensHere } from '#components/ui/page-link.tsx';

const PLAIN = { metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };
const HERE = { target: '', download: '' };

describe('a click on a link', () => {
  it.each(['/panic', '/profile#terms', '/admin/callouts?show=all', '?after=12'])('opens %s here', (href) => {
    expect(opensHere({ ...PLAIN, currentTarget: HERE }, href)).toBe(true);
  });

  it.each(['https://aura.test/', '//aura.test', 'tel:112', 'geo:1,2', 'mailto:a@b.test', '#main'])(
    'leaves %s to the browser',
    (href) => {
      expect(opensHere({ ...PLAIN, currentTarget: HERE }, href)).toBe(false);
    },
  );

  it.each(['metaKey', 'ctrlKey', 'shiftKey', 'altKey'])('with %s is the browser’s', (key) => {
    expect(opensHere({ ...PLAIN, [key]: true, currentTarget: HERE }, '/panic')).toBe(false);
  });

  it('into another tab, or to keep a file, is the browser’s', () => {
    expect(opensHere({ ...PLAIN, currentTarget: { ...HERE, target: '_blank' } }, '/panic')).toBe(false);
    expect(opensHere({ ...PLAIN, currentTarget: { ...HERE, download: 'a.csv' } }, '/panic')).toBe(false);
  });
});
