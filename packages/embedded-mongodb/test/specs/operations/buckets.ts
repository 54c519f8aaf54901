import type { Readable } from 'node:stream';
import type { GridFSBucket } from 'mongodb';
import type { OperationTable } from './operation.ts';

const bucket = (target: unknown): GridFSBucket => target as GridFSBucket;

/** Operations on a GridFS bucket. */
export const bucketOperations: OperationTable = {
  download: ({ target, args }) => readAll(bucket(target).openDownloadStream(args.id)),
  downloadByName: ({ target, args }) => readAll(bucket(target).openDownloadStreamByName(args.filename)),
};

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
