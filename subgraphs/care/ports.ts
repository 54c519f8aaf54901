import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';

/** How a customer can be reached about one order. It is asked for each time and kept nowhere here. */
export interface Contact {
  readonly name?: string;
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
  /** Whether offers may stand in messages. */
  readonly offers: boolean;
}

/** A mail as it goes to the provider. */
export interface OutgoingMail {
  /** The same for every try of one message: it makes the Message-ID, by which a second try can be told from a second mail. */
  readonly key: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name?: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Takes mails. A refusal is a `ProviderError`. */
export interface MailTransport {
  /** Resolves once the provider has taken it and is answerable for it. */
  send(mail: OutgoingMail): Promise<void>;
  /** Whether a mail with this key has been taken; absent where the provider cannot say. */
  taken?(key: string): Promise<boolean>;
  /** Forgets what it keeps of mails with these keys, if it keeps any; absent where nothing is kept. */
  forget?(keys: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** A short message as it goes to the provider. */
export interface OutgoingSms {
  /** The same for every try of one message. */
  readonly key: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
  /** Parts it is paid in. */
  readonly parts: number;
}

/** Takes short messages. A refusal is a `ProviderError`. */
export interface SmsTransport {
  /** Resolves once the provider has taken it. */
  send(sms: OutgoingSms): Promise<void>;
  /** Whether one with this key has been taken; absent where the provider cannot say. */
  taken?(key: string): Promise<boolean>;
  /** Forgets numbers and words of those with these keys, if it keeps any; absent where nothing is kept. */
  forget?(keys: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** The provider did not take a message. */
export class ProviderError extends Error {
  /** It will never take it; otherwise another try may help. */
  readonly isFinal: boolean;
  constructor(message: string, isFinal: boolean) {
    super(message);
    this.name = 'ProviderError';
    this.isFinal = isFinal;
  }
}

/** What care is given beside what every subgraph gets. */
export interface CareDeps extends SubgraphDeps {
  /** Without one, nothing is told by mail. */
  readonly mail?: MailTransport;
  /** Without one, nothing is told to telephones. */
  readonly sms?: SmsTransport;
  readonly config: {
    /** Signs links in messages. */
    readonly linkSecret: string;
    /** Where this application is reached, for links that its messages carry; without it they carry none. */
    readonly publicUrl?: string;
    /** Folder of the development mailbox, whose page is served. */
    readonly mailbox?: string;
  };
}
