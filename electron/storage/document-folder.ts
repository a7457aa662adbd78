import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EngineError } from '../errors.ts';
import {
  putSecrets,
  secretPlaces,
  takeSecrets,
  type KnownSecret,
} from '../../shared/workspace/credentials.ts';
import { parseYaml, updateYaml, writeYaml } from '../../shared/workspace/yaml-text.ts';
import type { Vault } from '../vault/vault-types.ts';
import { moveFile, writeAtomically } from './atomic-write.ts';
import { folderFileName, type DocumentKind } from './document-kinds.ts';
import { hashOf, readDocuments, readText, type FileProblem, type FileText } from './read-documents.ts';
import { folderName, folderSegment, slugOf } from './slug.ts';

interface Kept<T, Saved> {
  readonly file: FileText;
  readonly saved: Saved;
  readonly value: T;
}

/** A document on its way to the disk. */
interface Plan<T, Saved> {
  readonly id: string;
  readonly before: Kept<T, Saved> | undefined;
  readonly path: string;
  readonly text: string;
  readonly saved: Saved;
  /** Those that are new or another, by id. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** Files that are written side by side: the disk has each one safe before it is done with it. */
const atOnce = 8;

export interface Reloaded {
  /** Whether there is anything new to show. */
  readonly changed: boolean;
  /** Ids of documents that somebody else wrote, moved or deleted. */
  readonly ids: readonly string[];
}

/**
 * One folder of a workspace: documents of one kind, a file each. Not safe for two calls at once; its owner queues them
 * and holds the lock against other processes while it saves.
 */
export class DocumentFolder<T extends { readonly id: string; readonly name: string }, Saved> {
  readonly #kind: DocumentKind<T, Saved>;
  readonly #folder: string;
  readonly #vault: Vault;
  readonly #newId: () => string;
  #kept = new Map<string, Kept<T, Saved>>();
  #files = new Map<string, FileText>();
  #problems: readonly FileProblem[] = [];
  #pieces: readonly string[] = [];
  /** Secrets of documents that were deleted; kept until the end of the session, so that a deletion can be undone. */
  readonly #left = new Set<string>();

  constructor(kind: DocumentKind<T, Saved>, workspace: string, vault: Vault, newId: () => string) {
    this.#kind = kind;
    this.#folder = join(workspace, kind.folder);
    this.#vault = vault;
    this.#newId = newId;
  }

  /** In the order of their paths. */
  get values(): readonly T[] {
    return [...this.#kept.values()]
      .toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1))
      .map((kept) => kept.value);
  }

  /** `undefined` where there is none of this id. */
  nameOf(id: string): string | undefined {
    return this.#kept.get(id)?.value.name;
  }

  /** Whether something was found that a write has begun and not finished. */
  get hasPieces(): boolean {
    return this.#pieces.length > 0;
  }

  get problems(): readonly { readonly file: string; readonly message: string }[] {
    return this.#problems.map(({ path, message }) => ({ file: `${this.#kind.folder}/${path}`, message }));
  }

  /** Reads what has changed on disk. */
  async reload(): Promise<Reloaded> {
    const before = this.#kept;
    const changed = await this.#reload();
    const ids = [...new Set([...before.keys(), ...this.#kept.keys()])].filter(
      (id) =>
        before.get(id)?.file.hash !== this.#kept.get(id)?.file.hash ||
        before.get(id)?.file.path !== this.#kept.get(id)?.file.path,
    );
    return { changed, ids };
  }

  /** Removes what killed processes had begun to write. To be called while nobody else writes. */
  async clear(): Promise<void> {
    for (const path of this.#pieces) await rm(join(this.#folder, path), { force: true });
    this.#pieces = [];
  }

  async #reload(): Promise<boolean> {
    const { files, problems, pieces } = await readDocuments(this.#folder, this.#files, (fileName) =>
      this.#isOurs(fileName),
    );
    this.#pieces = pieces;
    const found = [...problems];
    const byPath = new Map([...this.#kept.values()].map((one) => [one.file.path, one]));
    const kept = new Map<string, Kept<T, Saved>>();
    for (const file of files) {
      const known = byPath.get(file.path);
      const before = known?.file.hash === file.hash ? known : undefined;
      const read = before ?? (await this.#read(file, found));
      if (read === undefined) continue;
      const twin = kept.get(read.value.id);
      if (twin === undefined) kept.set(read.value.id, read === before ? { ...read, file } : read);
      else
        found.push({
          path: file.path,
          message: `It has the same “id” as ${twin.file.path}. Give one of them another.`,
        });
    }
    const signature = (list: Iterable<FileText>): string =>
      [...list].map((one) => `${one.path} ${one.hash}`).join('\n');
    const changed =
      signature(files) !== signature(this.#files.values()) ||
      JSON.stringify(found) !== JSON.stringify(this.#problems);
    this.#files = new Map(files.map((file) => [file.path, file]));
    this.#kept = kept;
    this.#problems = found;
    return changed;
  }

  /**
   * Writes one document. The file keeps its name as long as the document keeps its own.
   * @throws EngineError `conflict` where the file was changed by somebody else since it was read.
   */
  async save(value: T): Promise<T> {
    const plan = await this.#plan(value, new Set());
    await this.#vault.putAll(plan.secrets);
    return await this.#write(plan);
  }

  /**
   * Writes several documents, each as `save` does. Their secrets go into the vault in one step, which is written as a
   * whole each time. What was written stays where one of them fails.
   */
  async saveAll(values: readonly T[]): Promise<void> {
    const plans: Plan<T, Saved>[] = [];
    const taken = new Set<string>();
    for (const value of values) {
      const plan = await this.#plan(value, taken);
      taken.add(plan.path);
      plans.push(plan);
    }
    await this.#vault.putAll(new Map(plans.flatMap(({ secrets }) => [...secrets])));
    for (let at = 0; at < plans.length; at += atOnce) {
      const written = await Promise.allSettled(
        plans.slice(at, at + atOnce).map(async (plan) => await this.#write(plan)),
      );
      const failed = written.find((one) => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    }
  }

  /** What is to be written, and where: nothing is on disk yet. `taken` are paths of others that are not either. */
  async #plan(value: T, taken: ReadonlySet<string>): Promise<Plan<T, Saved>> {
    const before = this.#kept.get(value.id);
    if (before !== undefined) await this.#refuseForeignChange(before);
    const path = await this.#pathFor(value, before, taken);
    if (before === undefined) await this.#refuseUnread(path);
    const known = before === undefined ? new Map<string, KnownSecret>() : await this.#known(before.saved);
    const { saved, secrets, copies } = takeSecrets(
      (sink) => this.#kind.encode(value, sink),
      this.#newId,
      known,
    );
    const checked = this.#kind.format.read(saved);
    if (!checked.ok) throw new EngineError('bad-argument', checked.message);
    const text = before === undefined ? writeYaml(saved) : updateYaml(before.file.text, saved);
    const changed = await this.#changedSecrets(secrets, copies);
    return { id: value.id, before, path, text, saved: checked.value, secrets: changed };
  }

  async #write({ id, before, path, text, saved }: Plan<T, Saved>): Promise<T> {
    const old = before?.file.path ?? path;
    if (before?.file.text !== text) await writeAtomically(join(this.#folder, old), text);
    // Only then it goes elsewhere: at no moment two files hold the same request.
    if (old !== path) await this.#move(old, path);

    const read = await readText(join(this.#folder, path), path);
    const file = read ?? { path, text, hash: hashOf(text), stamp: '' };
    const kept = await this.#keep(file, saved);
    if (before !== undefined) await this.#forgetUnused(before.saved, kept.saved);
    this.#kept.set(id, kept);
    if (before !== undefined) this.#files.delete(before.file.path);
    this.#files.set(path, file);
    return kept.value;
  }

  async delete(id: string): Promise<void> {
    const before = this.#kept.get(id);
    if (before === undefined) return;
    await this.#refuseForeignChange(before);
    await this.#unlink(before.file.path);
    for (const secret of this.#places(before.saved).values()) this.#left.add(secret);
    this.#kept.delete(id);
    this.#files.delete(before.file.path);
  }

  /** Removes the secrets of documents that were deleted for good. */
  async sweep(): Promise<void> {
    const used = new Set([...this.#kept.values()].flatMap((kept) => [...this.#places(kept.saved).values()]));
    await this.#vault.remove([...this.#left].filter((id) => !used.has(id)));
    this.#left.clear();
  }

  #isOurs(fileName: string): boolean {
    return this.#kind.fileName === undefined ? fileName !== folderFileName : fileName === this.#kind.fileName;
  }

  #places(saved: Saved): ReadonlyMap<string, string> {
    return secretPlaces((source) => this.#kind.decode(saved, [], source));
  }

  async #known(saved: Saved): Promise<Map<string, KnownSecret>> {
    const known = new Map<string, KnownSecret>();
    for (const [place, id] of this.#places(saved)) {
      known.set(place, { id, stored: (await this.#vault.get(id)) !== undefined });
    }
    return known;
  }

  async #changedSecrets(
    secrets: ReadonlyMap<string, string>,
    copies: ReadonlyMap<string, string>,
  ): Promise<Map<string, string>> {
    const changed = new Map<string, string>();
    for (const [id, plain] of secrets) if ((await this.#vault.get(id)) !== plain) changed.set(id, plain);
    for (const [id, from] of copies) {
      const plain = await this.#vault.get(from);
      if (plain !== undefined) changed.set(id, plain);
    }
    return changed;
  }

  async #forgetUnused(before: Saved, after: Saved): Promise<void> {
    const still = new Set(this.#places(after).values());
    await this.#vault.remove([...this.#places(before).values()].filter((id) => !still.has(id)));
  }

  async #refuseForeignChange(before: Kept<T, Saved>): Promise<void> {
    const now = await readText(join(this.#folder, before.file.path), before.file.path);
    if (now === undefined || now.hash === before.file.hash) return;
    throw new EngineError(
      'conflict',
      `${this.#kind.folder}/${before.file.path} was changed by another program since it was opened. It was read again; look at it, then save once more.`,
    );
  }

  /** A file that could not be read, or that somebody has just written, is not ours to replace. */
  async #refuseUnread(path: string): Promise<void> {
    const file = await readText(join(this.#folder, path), path);
    if (file === undefined) return;
    const problems: FileProblem[] = [];
    await this.#read(file, problems);
    const why = problems[0]?.message ?? 'It was written by another program just now; it will be read again.';
    throw new EngineError('conflict', `${this.#kind.folder}/${path} is in the way. ${why}`);
  }

  async #read(file: FileText, problems: FileProblem[]): Promise<Kept<T, Saved> | undefined> {
    const parsed = parseYaml(file.text);
    const read = parsed.ok ? this.#kind.format.read(parsed.value) : parsed;
    if (read.ok) return this.#keep(file, read.value);
    problems.push({ path: file.path, message: read.message });
    return undefined;
  }

  async #keep(file: FileText, saved: Saved): Promise<Kept<T, Saved>> {
    const opened = new Map<string, string>();
    for (const id of this.#places(saved).values()) {
      // A vault that is locked says so elsewhere; the document is shown without its secrets.
      const plain = await this.#vault.get(id).catch(() => undefined);
      if (plain !== undefined) opened.set(id, plain);
    }
    const folders = file.path.split('/').slice(0, -1).map(folderName);
    const value = putSecrets(
      (source) => this.#kind.decode(saved, folders, source),
      (id) => opened.get(id),
    );
    return { file, saved, value };
  }

  /** Where the document lies: as before unless it was renamed or moved; a number is added where the name is taken. */
  async #pathFor(value: T, before: Kept<T, Saved> | undefined, taken: ReadonlySet<string>): Promise<string> {
    const folder = this.#kind.foldersOf(value).map(folderSegment).join('/');
    const { fileName } = this.#kind;
    if (fileName !== undefined) return folder === '' ? fileName : `${folder}/${fileName}`;
    const old = before?.file.path;
    const oldFolder = old === undefined ? undefined : old.split('/').slice(0, -1).join('/');
    if (old !== undefined && oldFolder === folder && before?.value.name === value.name) return old;
    const slug = slugOf(value.name, this.#kind.unnamed);
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? `${slug}.yaml` : `${slug}-${count}.yaml`;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (path === old) return path;
      if (taken.has(path)) continue;
      if ((await readText(join(this.#folder, path), path)) === undefined) return path;
    }
  }

  async #move(from: string, to: string): Promise<void> {
    await moveFile(join(this.#folder, from), join(this.#folder, to));
    await this.#removeEmpty(from);
  }

  async #unlink(path: string): Promise<void> {
    await rm(join(this.#folder, path), { force: true });
    await this.#removeEmpty(path);
  }

  async #removeEmpty(path: string): Promise<void> {
    // Folders that the last document left are gone with it; rmdir refuses where anything else is in them.
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      const removed = await rmdir(join(this.#folder, folder)).then(
        () => true,
        () => false,
      );
      if (!removed) return;
    }
  }
}
