import { expect, test } from 'vitest';
import { textFields } from '#lib/platform/form-fields.ts';

test('gives the text fields, without files and without the framework’s own', () => {
  const data = new FormData();
  data.append('name', 'Thandi');
  data.append('empty', '');
  data.append('photo', new File(['x'], 'photo.png'));
  data.append('$ACTION_ID_1', 'framework');
  expect(textFields(data)).toEqual({ name: 'Thandi', empty: '' });
});

test('the last of several fields with one name counts', () => {
  const data = new FormData();
  data.append('intent', 'start');
  data.append('intent', 'complete');
  expect(textFields(data).intent).toBe('complete');
});

test('a field cannot take the place of what every object has', () => {
  const data = new FormData();
  data.append('__proto__', 'x');
  data.append('toString', 'y');
  const fields = textFields(data);
  expect(Object.keys(fields).sort()).toEqual(['__proto__', 'toString']);
  expect(textFields(new FormData()).mobile).toBeUndefined();
});
