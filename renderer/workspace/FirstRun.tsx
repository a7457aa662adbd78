import { FolderOpen, Import, KeyRound, Lock, Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ExampleInfo } from '../../shared/ipc/replies.ts';
import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { matchesShortcut } from '../ui/shortcut.ts';
import { TextArea } from '../ui/TextArea.tsx';
import { importChosen } from './bring-in.ts';
import styles from './FirstRun.module.css';
import { LessonList } from './LessonList.tsx';
import { useShortcut } from './use-shortcut.ts';

const fewExamples = 6;

const PasteBox = ({ onFile }: { readonly onFile: () => void }) => {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const area = useRef<HTMLTextAreaElement>(null);
  const sendKeys = useShortcut('send');
  useEffect(() => {
    area.current?.focus();
  }, []);

  const explain = async (): Promise<void> => {
    if (text.trim() === '') {
      area.current?.focus();
      setProblem('Paste a request or an answer first.');
      return;
    }
    setProblem(await actions.paste(text));
  };

  return (
    <div className={styles['box']} data-wrong={problem !== undefined || undefined}>
      <div className={styles['typing']}>
        <TextArea
          label="Paste what fails"
          labelHidden
          bare
          rows={6}
          areaRef={area}
          value={text}
          error={problem}
          placeholder="curl https://api.example.com/v1/me -H 'Authorization: Bearer …'"
          onChange={(typed) => {
            setText(typed);
            setProblem(undefined);
          }}
          onKeyDown={(event) => {
            if (sendKeys === undefined || !matchesShortcut(event.nativeEvent, sendKeys)) return;
            event.preventDefault();
            event.stopPropagation();
            void explain();
          }}
        />
      </div>
      <div className={styles['foot']}>
        <span className={styles['takes']}>
          cURL, HAR, raw HTTP, fetch(), PowerShell, JWT, WWW-Authenticate, URL
        </span>
        <Button variant="quiet" onPress={onFile}>
          Open file…
        </Button>
        <Button variant="filled" shortcut={sendKeys} onPress={() => void explain()}>
          Explain
        </Button>
      </div>
    </div>
  );
};

const Examples = ({ examples }: { readonly examples: readonly ExampleInfo[] }) => {
  const done = useWindow((state) => state.lessons.length);
  return (
    <section className={styles['column']}>
      <h2 className={styles['heading']}>Or look at an example</h2>
      <LessonList examples={examples.slice(0, fewExamples)} />
      <p className={styles['more']}>
        <Button
          variant="link"
          onPress={() => {
            actions.openDialog({ kind: 'lessons' });
          }}
        >
          All {examples.length} lessons
        </Button>
        <span className={styles['note']}>
          {done === 0 ? 'they run on a server inside why401' : `${done} of ${examples.length} mended`}
        </span>
      </p>
    </section>
  );
};

interface StartProps {
  readonly icon: ReactNode;
  readonly children: string;
  /** Whose keys are shown. */
  readonly command: string;
  readonly onPress: () => void;
}

const Start = ({ icon, children, command, onPress }: StartProps) => {
  const shortcut = useShortcut(command);
  return (
    <li>
      <AriaButton className={styles['row'] ?? ''} onPress={onPress}>
        {icon}
        <span className={styles['title']}>{children}</span>
        {shortcut !== undefined && <Kbd keys={shortcut} />}
      </AriaButton>
    </li>
  );
};

/** The first screen: where what fails is brought in. */
export const FirstRun = () => {
  const examples = useWindow((state) => state.examples);
  const pickFile = (): void => {
    void importChosen('files');
  };

  return (
    <main className={styles['screen']}>
      <div className={styles['page']}>
        <h1 className={styles['verdict']}>Paste what fails</h1>
        <p className={styles['promise']}>
          why401 says why, shows the bytes that prove it, and fixes what can be fixed from here.
        </p>
        <PasteBox onFile={pickFile} />
        <p className={styles['stays']}>
          <Lock aria-hidden="true" />
          It stays on this computer. Nothing is sent until you press Send.
        </p>
        <div className={styles['columns']}>
          {examples.length > 0 && <Examples examples={examples} />}
          <section className={styles['column']}>
            <h2 className={styles['heading']}>Or start</h2>
            <ul>
              <Start icon={<Plus />} command="new-request" onPress={actions.newRequest}>
                New request
              </Start>
              <Start icon={<KeyRound />} command="new-profile" onPress={() => void actions.newProfile()}>
                New profile
              </Start>
              <Start
                icon={<FolderOpen />}
                command="open-workspace"
                onPress={() => {
                  actions.openDialog({ kind: 'open-workspace' });
                }}
              >
                Open workspace…
              </Start>
              <Start icon={<Import />} command="import" onPress={pickFile}>
                Import files…
              </Start>
            </ul>
          </section>
        </div>
      </div>
    </main>
  );
};
