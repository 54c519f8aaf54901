/** What the server knows of the client at the other end. */
export interface Client {
  readonly id: number;
  appName: string | undefined;
  readonly remote: string;
  /** True once the connection is closed. */
  readonly gone: boolean;
  /** Called once when the connection closes. */
  onClose(listener: () => void): void;
}
