/**
 * Stands in for the `electron` module, which downloads a program when it is imported in Node. It records
 * what the app asks of it and lets a test play the part of Electron.
 */
import { EventEmitter } from 'node:events';
import { type Mock, vi } from 'vitest';

export interface RecordedItem {
  label?: string;
  role?: string;
  accelerator?: string;
  type?: string;
  enabled?: boolean;
  click?: () => void;
  submenu?: RecordedItem[];
}

export class FakeWebContents extends EventEmitter {
  sent: unknown[][] = [];
  crashed = false;
  reload: Mock = vi.fn();
  replaceMisspelling: Mock = vi.fn();
  session: { addWordToSpellCheckerDictionary: Mock } = { addWordToSpellCheckerDictionary: vi.fn() };
  windowOpenHandler: ((details: { url: string }) => unknown) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.windowOpenHandler = handler;
  }
  send(...args: unknown[]): void {
    this.sent.push(args);
    if ((args[2] as { id?: string } | undefined)?.id === 'app.flush') standIn.onFlush(this);
  }
  isCrashed(): boolean {
    return this.crashed;
  }
}

export class FakeBrowserWindow extends EventEmitter {
  options: Record<string, unknown>;
  webContents = new FakeWebContents();
  urls: string[] = [];
  calls: string[] = [];
  destroyed = false;
  minimised = false;
  maximised = false;
  bounds = { x: 10, y: 20, width: 1000, height: 700 };

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    standIn.windows.push(this);
    standIn.app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.urls.push(url);
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.minimised = false;
  }
  maximize(): void {
    this.maximised = true;
  }
  isMinimized(): boolean {
    return this.minimised;
  }
  isMaximized(): boolean {
    return this.maximised;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  getNormalBounds(): typeof this.bounds {
    return this.bounds;
  }
  destroy(): void {
    standIn.log.push('window destroyed');
    this.destroyed = true;
    this.emit('closed');
  }
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  lock = true;
  switches: Record<string, string> = {};
  paths: Record<string, string> = {};
  quit = vi.fn(() => standIn.log.push('quit asked'));
  exit = vi.fn((_code?: number) => standIn.log.push('exit'));
  commandLine = { getSwitchValue: (name: string): string => this.switches[name] ?? '' };
  requestSingleInstanceLock(): boolean {
    return this.lock;
  }
  async whenReady(): Promise<void> {
    standIn.log.push('ready');
  }
  getPath(name: string): string {
    return this.paths[name] ?? '/nowhere';
  }
  setPath(name: string, path: string): void {
    this.paths[name] = path;
  }
}

class FakeIpcMain extends EventEmitter {
  handlers = new Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>();
  handle(channel: string, handler: (event: unknown, ...args: unknown[]) => Promise<unknown>): void {
    if (this.handlers.has(channel)) throw new Error(`${channel} is handled twice.`);
    this.handlers.set(channel, handler);
  }
}

function newSession(): {
  setPermissionRequestHandler: ReturnType<typeof vi.fn>;
  setPermissionCheckHandler: ReturnType<typeof vi.fn>;
  setDevicePermissionHandler: ReturnType<typeof vi.fn>;
  setSpellCheckerDictionaryDownloadURL: ReturnType<typeof vi.fn>;
  setSpellCheckerEnabled: ReturnType<typeof vi.fn>;
  setSpellCheckerLanguages: ReturnType<typeof vi.fn>;
  availableSpellCheckerLanguages: string[];
} {
  return {
    setSpellCheckerDictionaryDownloadURL: vi.fn((_url: string) => standIn.log.push('dictionaries are local')),
    setSpellCheckerEnabled: vi.fn(),
    setSpellCheckerLanguages: vi.fn(),
    availableSpellCheckerLanguages: ['de', 'en-GB', 'en-US', 'pt-BR'],
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  };
}

const powerMonitor = new EventEmitter();
const area = { x: 0, y: 0, width: 1920, height: 1040 };

/** What was recorded, and the levers of a test. */
export const standIn = {
  app: new FakeApp(),
  ipcMain: new FakeIpcMain(),
  session: newSession(),
  windows: [] as FakeBrowserWindow[],
  /** What happened, in order. */
  log: [] as string[],
  schemes: [] as unknown[],
  protocolHandlers: new Map<string, (request: Request) => Promise<Response>>(),
  menu: [] as RecordedItem[],
  popups: [] as RecordedItem[][],
  /** What dialogs answer, first come first served. */
  answers: [] as unknown[],
  dialogs: [] as { kind: string; options: Record<string, unknown> }[],
  opened: [] as string[],
  revealed: [] as string[],
  copied: [] as string[],
  displays: [{ workArea: area }],
  onFlush: (_contents: FakeWebContents): void => undefined,
};

/** Begins a new test. */
export function resetStandIn(): void {
  powerMonitor.removeAllListeners();
  Object.assign(standIn, {
    app: new FakeApp(),
    ipcMain: new FakeIpcMain(),
    session: newSession(),
    windows: [],
    log: [],
    schemes: [],
    protocolHandlers: new Map(),
    menu: [],
    popups: [],
    answers: [],
    dialogs: [],
    opened: [],
    revealed: [],
    copied: [],
    displays: [{ workArea: area }],
    onFlush: (contents: FakeWebContents) => {
      standIn.log.push('flush asked');
      setImmediate(() => {
        standIn.log.push('flushed');
        standIn.ipcMain.emit('dossier:flushed', { sender: contents });
      });
    },
  });
}

async function answerDialog(kind: string, args: unknown[]): Promise<unknown> {
  standIn.dialogs.push({ kind, options: args.at(-1) as Record<string, unknown> });
  if (standIn.answers.length === 0) throw new Error(`Nobody answers the ${kind}.`);
  return standIn.answers.shift();
}

/** Reaches the present stand-in, whichever test it was made for. */
const current = <K extends 'app' | 'ipcMain'>(name: K): (typeof standIn)[K] =>
  new Proxy({} as (typeof standIn)[K], {
    get(_target, key) {
      const value: unknown = Reflect.get(standIn[name], key);
      return typeof value === 'function' && key !== 'commandLine' ? value.bind(standIn[name]) : value;
    },
  });

/** The module, for `vi.mock('electron', …)`. */
export const electron = {
  app: current('app'),
  ipcMain: current('ipcMain'),
  BrowserWindow: FakeBrowserWindow,
  Menu: {
    buildFromTemplate: (template: RecordedItem[]) => ({
      template,
      popup: () => standIn.popups.push(template),
    }),
    setApplicationMenu: (menu: { template: RecordedItem[] }) => (standIn.menu = menu.template),
  },
  clipboard: { writeText: (text: string) => standIn.copied.push(text) },
  dialog: {
    showMessageBox: (...args: unknown[]) => answerDialog('message', args),
    showOpenDialog: (...args: unknown[]) => answerDialog('open', args),
    showSaveDialog: (...args: unknown[]) => answerDialog('save', args),
  },
  nativeTheme: { shouldUseDarkColors: false },
  powerMonitor,
  protocol: {
    registerSchemesAsPrivileged: (schemes: unknown[]) => {
      standIn.log.push('scheme registered');
      standIn.schemes.push(...schemes);
    },
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      standIn.protocolHandlers.set(scheme, handler),
  },
  screen: {
    getPrimaryDisplay: () => standIn.displays[0],
    getAllDisplays: () => standIn.displays,
  },
  session: {
    get defaultSession() {
      return standIn.session;
    },
  },
  shell: {
    openExternal: async (url: string) => void standIn.opened.push(url),
    showItemInFolder: (path: string) => standIn.revealed.push(path),
  },
};
