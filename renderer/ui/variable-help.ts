import { createContext, type ReactNode } from 'react';
import type { Complete } from './completion.ts';

/** What a variable stands for, safe to show: secrets are masked before they get here. */
export interface DescribedVariable {
  readonly name: string;
  readonly shown: string;
  /** "environment Prod" */
  readonly origin: string;
  /** The same as a sentence goes on with it: "from folder Billing; hides the one of environment Staging". */
  readonly told: string;
}

/** What a field that takes variables is told of them. */
export interface VariableHelp {
  /** Completes what is typed after `{{`. */
  readonly complete: Complete;
  /** Marks the variables of a text; nothing where it has none. */
  paint(text: string): ReactNode;
  /** Whether a text holds variables and nothing that could be a secret. */
  isOpen(text: string): boolean;
  describe(name: string): DescribedVariable | undefined;
}

/** Given by whoever knows which variables count; fields outside of it take texts as they are. */
export const VariableHelpContext = createContext<VariableHelp | undefined>(undefined);
