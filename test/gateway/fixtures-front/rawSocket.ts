import WebSocket from 'ws';

/** The sub-protocol of GraphQL over WebSocket. */
export const protocol = 'graphql-transport-ws';

export interface Message {
  type: string;
  id?: string;
  payload?: {
    data?: Record<string, unknown>;
    errors?: { extensions?: Record<string, unknown> }[];
  } & unknown[];
}

/** A bare socket that keeps what it hears. */
export function rawSocket(
  url: string,
  protocols: string | string[] = protocol,
  options: WebSocket.ClientOptions = {},
) {
  const socket = new WebSocket(url, protocols, options);
  const heard: Message[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (data: Buffer) => {
    heard.push(JSON.parse(data.toString()) as Message);
    for (const look of waiting.splice(0)) look();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  const hears = async (fits: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      const found = heard.find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return {
    socket,
    heard,
    closed,
    hears,
    opened: new Promise<void>((resolve) => socket.once('open', () => resolve())),
    send: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    /** Introduces itself and waits to be acknowledged. */
    async init(payload?: object) {
      await this.opened;
      this.send({ type: 'connection_init', ...(payload && { payload }) });
      await hears(({ type }) => type === 'connection_ack');
    },
    subscribe(id: string, query: string) {
      this.send({ id, type: 'subscribe', payload: { query } });
    },
  };
}
