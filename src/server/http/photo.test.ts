import { describe, expect, it } from 'vitest';
import { judgeType } from './file-types.ts';
import { takenOn, withoutWhereabouts } from './photo.ts';
import { chunk, png } from './test-png.ts';

const segment = (marker: number, data: Buffer) => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);

/** Exif with how the picture is turned and where it was taken. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(64);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.writeUInt16LE(0x8825, 22);
  tiff.write('GPS 36.389 120.447', 40, 'latin1');
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 5])]);
const colours = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01profile', 'latin1'));
const tables = segment(0xdb, Buffer.alloc(65, 1));

function jpeg(orientation = 6): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')), exif(orientation),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<GPSLatitude/>', 'latin1')), segment(0xed, Buffer.from('Photoshop 3.0\0City', 'latin1')), colours,
    segment(0xfe, Buffer.from('taken at home')), tables, scan, Buffer.from([0xff, 0xd9]),
    // What a phone appends: a second photo with its own place.
    Buffer.from([0xff, 0xd8]), exif(1), Buffer.from([0xff, 0xd9]),
  ]);
}

describe('a photo as evidence', () => {
  /** Exif whose inner directory tells when the photo was taken. */
  function dated(original: string | undefined, changed: string): Buffer {
    const tiff = Buffer.alloc(120);
    tiff.write('MM\0*', 0, 'latin1');
    tiff.writeUInt32BE(8, 4);
    tiff.writeUInt16BE(original === undefined ? 1 : 2, 8);
    const entry = (at: number, tag: number, value: number) => {
      tiff.writeUInt16BE(tag, at);
      tiff.writeUInt32BE(value, at + 8);
    };
    entry(10, 0x0132, 60);
    tiff.write(changed, 60, 'latin1');
    if (original !== undefined) {
      entry(22, 0x8769, 40);
      tiff.writeUInt16BE(1, 40);
      entry(42, 0x9003, 90);
      tiff.write(original, 90, 'latin1');
    }
    return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])), tables, scan, Buffer.from([0xff, 0xd9])]);
  }

  it('tells the day it was taken, not the day it was changed', () => {
    expect(takenOn(dated('2021:04:11 09:30:00', '2021:05:20 10:00:00'), 'image/jpeg')).toBe('2021-04-11');
    expect(takenOn(dated(undefined, '2021:05:20 10:00:00'), 'image/jpeg')).toBe('2021-05-20');
    expect(takenOn(dated('0000:00:00 00:00:00', '2021:05:20 10:00:00'), 'image/jpeg')).toBeUndefined();
    expect(takenOn(jpeg(), 'image/jpeg')).toBeUndefined();
    expect(takenOn(png(), 'image/png')).toBeUndefined();
    // Whatever the bytes claim, reading ends.
    const broken = dated('2021:04:11 09:30:00', '2021:05:20 10:00:00');
    broken.writeUInt16BE(0xffff, 2 + 4 + 6 + 8);
    expect(takenOn(broken, 'image/jpeg')).toBe('2021-04-11');
  });
});

describe('a photo of the public', () => {
  it('carries no place, no time and no second photo, and the same picture', () => {
    const bare = withoutWhereabouts(jpeg(), 'image/jpeg');
    const words = bare.toString('latin1');
    for (const told of ['GPS', 'adobe', 'Photoshop', 'taken at home']) expect(words).not.toContain(told);
    expect(bare.includes(Buffer.concat([tables, scan]))).toBe(true);
    expect(bare.includes(colours)).toBe(true);
    expect(bare.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    expect(bare.indexOf(Buffer.from([0xff, 0xd9]))).toBe(bare.length - 2);
  });

  it('still says how it is turned', () => {
    const bare = withoutWhereabouts(jpeg(6), 'image/jpeg');
    const at = bare.indexOf('Exif');
    expect(bare.readUInt16BE(at + 6 + 8 + 2)).toBe(0x0112);
    expect(bare.readUInt16BE(at + 6 + 8 + 10)).toBe(6);
    expect(withoutWhereabouts(bare, 'image/jpeg')).toEqual(bare);
    expect(withoutWhereabouts(jpeg(1), 'image/jpeg').includes('Exif')).toBe(false);
  });

  it('of PNG and WebP carries none either', () => {
    const told = png([chunk('eXIf', Buffer.from('GPS')), chunk('tEXt', Buffer.from('Location\0home'))]);
    expect(withoutWhereabouts(told, 'image/png')).toEqual(png());
    const webp = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8X', 'latin1'), Buffer.from([10, 0, 0, 0, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('EXIF\x04\0\0\0GPS!', 'latin1'), Buffer.from('VP8 \x02\0\0\0ab', 'latin1')]);
    const bare = withoutWhereabouts(webp, 'image/webp');
    expect(bare.includes('GPS')).toBe(false);
    expect(bare.includes('VP8 ')).toBe(true);
    expect(bare[20]).toBe(0);
    expect(bare.readUInt32LE(4)).toBe(bare.length - 8);
  });

  it('broken off or made up ends, and does not hang', () => {
    const whole = jpeg();
    for (let length = 0; length < whole.length; length += 3) expect(withoutWhereabouts(whole.subarray(0, length), 'image/jpeg').length).toBeLessThanOrEqual(whole.length + 40);
    expect(withoutWhereabouts(Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff]), 'image/jpeg').length).toBeLessThan(20);
    expect(withoutWhereabouts(Buffer.concat([png().subarray(0, 8), Buffer.alloc(30, 255)]), 'image/png').length).toBeLessThan(60);
  });
});

describe('a file', () => {
  it.each([
    ['photo.png', png(), 'image/png'],
    ['PHOTO.JPG', jpeg(), 'image/jpeg'],
    ['台账.csv', '姓名,电话\n', 'text/csv'],
    ['说明.txt', '一般说明', 'text/plain'],
    ['gb.csv', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x0a]), 'text/csv'],
    ['公告.pdf', '%PDF-1.7\n', 'application/pdf'],
  ])('named %s is what its bytes say', async (name, bytes, type) => {
    expect(await judgeType(name, Buffer.from(bytes), false)).toBe(type);
  });

  it.each([
    ['photo.png', '<script>alert(1)</script>', 'fileDisguised'],
    ['photo.png', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'fileDisguised'],
    ['photo.jpg', '#!/bin/sh\nrm', 'fileDisguised'],
    ['photo.jpg', png(), 'fileDisguised'],
    ['report.pdf', png(), 'fileDisguised'],
    ['notes.txt', '<!doctype html><body onload=x>', 'fileDisguised'],
    ['table.csv', '\ufeff<html>', 'fileDisguised'],
    ['table.csv', Buffer.from([0, 1, 2, 3]), 'fileDisguised'],
    ['table.xlsx', 'PK no archive', 'fileDisguised'],
    ['page.html', '<p>', 'fileType'],
    ['picture.svg', '<svg/>', 'fileType'],
    ['setup.exe', 'MZ', 'fileType'],
    ['macro.docm', 'PK', 'fileType'],
    ['nothing', 'text', 'fileType'],
  ])('named %s that is something else is refused', async (name, bytes, code) => {
    await expect(judgeType(name, Buffer.from(bytes), false)).rejects.toMatchObject({ code });
  });

  it('of the public may be a picture or an ordinary document', async () => {
    await expect(judgeType('all.zip', Buffer.from('PK\x03\x04'), true)).rejects.toMatchObject({ code: 'fileType' });
    expect(await judgeType('photo.png', png(), true)).toBe('image/png');
  });
});
