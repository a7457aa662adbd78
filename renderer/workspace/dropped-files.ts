/** A file with its path inside what was dropped or chosen. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** What is in a folder beside these is not looked at: a folder of requests may lie in a repository. */
const read = /\.(?:bru|json|ya?ml|http|rest)$/i;
const skipped = new Set(['node_modules', '.git']);
const mostFiles = 20_000;

/** Files of a drop, folders walked through. Bounded; whatever is not a collection's kind of file is left out there. */
export const droppedFiles = async (transfer: DataTransfer): Promise<readonly NamedFile[]> => {
  // The list is emptied as soon as the event is over.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const loose = [...transfer.files].map((file) => ({ path: file.name, file }));
  if (!entries.some((entry) => entry.isDirectory)) return loose;
  const found: NamedFile[] = [];
  for (const entry of entries) await walk(entry, found);
  return found;
};

const walk = async (entry: FileSystemEntry, found: NamedFile[]): Promise<void> => {
  if (found.length >= mostFiles) return;
  if (isFile(entry)) {
    if (!read.test(entry.name)) return;
    const file = await new Promise<File>((done, failed) => {
      entry.file(done, failed);
    });
    found.push({ path: entry.fullPath.replace(/^\//, ''), file });
  } else if (isFolder(entry) && !skipped.has(entry.name)) {
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise<readonly FileSystemEntry[]>((done, failed) => {
        reader.readEntries(done, failed);
      });
      if (some.length === 0) return;
      for (const inside of some) await walk(inside, found);
    }
  }
};

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Lets the person choose files, or a folder. Empty where nothing was chosen. */
export const chooseFiles = (what: 'files' | 'folder'): Promise<readonly NamedFile[]> =>
  new Promise((done) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.webkitdirectory = what === 'folder';
    input.addEventListener('cancel', () => {
      done([]);
    });
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].map((file) => ({
        path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
        file,
      }));
      const inFolder = ({ path }: NamedFile): boolean =>
        read.test(path) && !path.split('/').some((part) => skipped.has(part));
      done(what === 'folder' ? files.filter(inFolder).slice(0, mostFiles) : files);
    });
    input.click();
  });
