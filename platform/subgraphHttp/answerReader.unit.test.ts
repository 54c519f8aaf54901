import { describe, expect, it } from 'vitest';
import { readHeaders } from './answerHead.ts';
import { AnswerReader } from './answerReader.ts';

/** Reads bytes in pieces of `size`, each in memory that is overwritten afterwards, as a socket's is. */
function readInPieces(bytes: Buffer, size: number, maxBytes = 1_000) {
  const reader = new AnswerReader(maxBytes);
  const memory = Buffer.alloc(bytes.length);
  let isWhole = false;
  for (let at = 0; at < bytes.length; at += size) {
    if (isWhole) throw new Error('whole before its end');
    const copied = bytes.copy(memory, 0, at, at + size);
    isWhole = reader.read(memory.subarray(0, copied));
    memory.fill('#');
  }
  return { reader, isWhole };
}

const json = '{"data":{"name":"Zoë 🚲"}}';
const size = Buffer.byteLength(json);
const hex = (text: string) => Buffer.byteLength(text).toString(16);
const answers = {
  'a length': `HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n${json}`,
  'a length twice': `HTTP/1.1 200 OK\r\ncontent-length:${size}\r\nContent-Length: ${size}\r\n\r\n${json}`,
  chunks: `HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n${hex(json.slice(0, 19))}\r\n${json.slice(0, 19)}\r\n${hex(json.slice(19))};x=y\r\n${json.slice(19)}\r\n0\r\nexpires: now\r\n\r\n`,
  'something preliminary before it': `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: ${size}\r\n\r\n${json}`,
};

describe('an answer', () => {
  for (const [name, text] of Object.entries(answers)) {
    it(`with ${name} is read the same however it is cut`, () => {
      const bytes = Buffer.from(text);
      for (let piece = 1; piece <= bytes.length; piece++) {
        const { reader, isWhole } = readInPieces(bytes, piece);
        expect([isWhole, reader.text, reader.head.status, reader.hasRest]).toEqual([true, json, 200, false]);
      }
    });
  }

  it('without a length ends with the connection, and is not whole before', () => {
    const { reader, isWhole } = readInPieces(Buffer.from(`HTTP/1.1 200 OK\r\na: b\r\n\r\n${json}`), 7);
    expect(isWhole).toBe(false);
    expect(reader.end()).toBe(true);
    expect(reader.text).toBe(json);
  });

  it('that is cut off is not whole', () => {
    for (const text of Object.values(answers)) {
      const { reader, isWhole } = readInPieces(Buffer.from(text).subarray(0, -1), 9);
      expect([isWhole, reader.end()]).toEqual([false, false]);
    }
  });

  it('without a body is whole with its head', () => {
    for (const head of ['204 No Content', '304 Not Modified', '200 OK\r\ncontent-length: 0']) {
      const { reader, isWhole } = readInPieces(Buffer.from(`HTTP/1.1 ${head}\r\n\r\n`), 5);
      expect([isWhole, reader.text]).toEqual([true, '']);
    }
  });

  it('says when bytes came that do not belong to it', () => {
    for (const text of Object.values(answers)) {
      expect(readInPieces(Buffer.from(`${text}H`), 10_000).reader.hasRest).toBe(true);
    }
  });

  it('says whether and how long its connection can be used again', () => {
    const headOf = (first: string, ...lines: string[]) =>
      readInPieces(Buffer.from([first, 'content-length: 0', ...lines, '', ''].join('\r\n')), 10_000).reader
        .head;
    expect(headOf('HTTP/1.1 200 OK')).toMatchObject({ reusable: true, keepMs: undefined });
    expect(headOf('HTTP/1.1 200 OK', 'Connection: Close').reusable).toBe(false);
    expect(headOf('HTTP/1.0 200 OK').reusable).toBe(false);
    expect(headOf('HTTP/1.0 200 OK', 'connection: keep-alive').reusable).toBe(true);
    expect(headOf('HTTP/1.1 200', 'keep-alive: timeout=5, max=9').keepMs).toBe(5_000);
  });

  it('keeps every header, also several of one name', () => {
    const { reader } = readInPieces(
      Buffer.from(
        'HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nset-cookie:  b=2 \r\nX-Empty:\r\ncontent-length: 0\r\n\r\n',
      ),
      4,
    );
    expect(readHeaders(reader.headText)).toEqual({
      'set-cookie': ['a=1', 'b=2'],
      'x-empty': '',
      'content-length': '0',
    });
  });

  const wrong: Record<string, string> = {
    'another protocol': 'SSH-2.0-OpenSSH\r\n\r\n',
    'a switch of protocols': 'HTTP/1.1 101 Switching Protocols\r\n\r\n',
    'two different lengths': 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
    'a length and chunks': 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}',
    'a length that is none': 'HTTP/1.1 200 OK\r\ncontent-length: 2, 2\r\n\r\n{}',
    'a negative length': 'HTTP/1.1 200 OK\r\ncontent-length: -2\r\n\r\n{}',
    'an encoding of its own': 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n{}',
    'a folded header': 'HTTP/1.1 200 OK\r\na: b\r\n c: d\r\n\r\n',
    'a blank before the colon': 'HTTP/1.1 200 OK\r\ncontent-length : 2\r\n\r\n{}',
    'a line without a colon': 'HTTP/1.1 200 OK\r\nnothing\r\n\r\n',
    'a chunk size that is none':
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n',
    'a chunk longer than it says':
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}}\r\n0\r\n\r\n',
    'line ends without returns': 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\n{}\n0\n\n',
    'a head without end': `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(4_000)}`,
  };
  for (const [name, text] of Object.entries(wrong)) {
    it(`with ${name} is none`, () => {
      for (const piece of [3, 100_000]) {
        expect(() => readInPieces(Buffer.from(text), piece)).toThrowError(
          expect.objectContaining({ code: 'SUBGRAPH_BAD_ANSWER' }),
        );
      }
    });
  }

  it('that is too large is given up as soon as that is known', () => {
    for (const text of [...Object.values(answers), `HTTP/1.1 200 OK\r\n\r\n${json}`]) {
      expect(() => readInPieces(Buffer.from(text), 6, size - 1)).toThrowError(
        expect.objectContaining({ code: 'SUBGRAPH_ANSWER_TOO_LARGE' }),
      );
      expect(readInPieces(Buffer.from(text), 6, size).reader.head.status).toBe(200);
    }
  });
});
