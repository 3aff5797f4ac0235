import { chownSync, createReadStream, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';
import { makePrivateDirectory, type PostgresHome } from '../supervisor/postgres-home.ts';
import { StartProblem, systemCode } from '../supervisor/start-problem.ts';
import { type Place, placeOf } from './layout.ts';
import { MANIFEST, type Manifest, noBackup, requireRestorable } from './manifest.ts';
import { NotATar, readTar, type TarEntry, whole } from './tar.ts';

/** New directories, for the cluster and for everything else. */
export type Drafts = { readonly database: string; readonly files: string };

/** Unpacks a backup that this version can restore; throws a `StartProblem` for any other file. */
export async function unpackBackup(file: string, drafts: Drafts, home: PostgresHome): Promise<Manifest> {
  mkdirSync(drafts.files, { mode: 0o700 });
  makePrivateDirectory(drafts.database, home);
  let manifest: Manifest | undefined;
  try {
    for await (const entry of readTar(unzipped(file))) {
      if (manifest) await unpack(entry, drafts, home);
      else manifest = requireRestorable(await manifestIn(entry), file);
    }
  } catch (error) {
    throw readable(error, file);
  }
  if (!manifest) throw noBackup(file);
  return manifest;
}

function unzipped(file: string): Gunzip {
  // Its failure reaches the reader of what it returns.
  return pipeline(createReadStream(file), createGunzip(), () => undefined);
}

async function manifestIn(entry: TarEntry): Promise<string> {
  const MOST_BYTES = 100_000;
  if (entry.name !== MANIFEST || entry.size > MOST_BYTES) throw new NotATar('no manifest');
  return (await whole(entry.content)).toString('utf8');
}

async function unpack(entry: TarEntry, drafts: Drafts, home: PostgresHome): Promise<void> {
  const place = placeOf(entry.name);
  if (!place) throw new NotATar('an entry that no backup has');
  const path = join(drafts[place.of], place.path);
  if (entry.isDirectory) return makePrivateDirectory(path, ownerOf(place, home));
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, entry.content, { mode: 0o600, flag: 'wx' });
  const { runAs } = ownerOf(place, home);
  if (runAs) chownSync(path, runAs.uid, runAs.gid);
}

/** Only the cluster is PostgreSQL's. */
function ownerOf({ of }: Place, { runAs, ...home }: PostgresHome): PostgresHome {
  return of === 'database' && runAs ? { ...home, runAs } : home;
}

function readable(error: unknown, file: string): unknown {
  const code = systemCode(error);
  if (error instanceof NotATar || code?.startsWith('Z_')) return noBackup(file);
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    return new StartProblem([`${file} cannot be read (${code}).`]);
  }
  return error;
}
