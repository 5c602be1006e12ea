import type { Range, TextEdit } from 'vscode-languageserver';

/** Request of the client: which task definitions a document holds. Parameters `{ uri }`, answer `DefinitionInfo[]`. */
export const definitionsRequest = 'taskdef/definitions';

export interface DefinitionsParams {
  readonly uri: string;
}

/** What the client needs to know of a definition to register and run it. */
export interface DefinitionInfo {
  /** Absent when missing or filled in by a template. */
  readonly family?: string;
  readonly range: Range;
  /** Which of the document's definitions, in the order of `locatedRequest`. */
  readonly index: number;
  /** Findings of severity error in the document that stand in this definition, or in the text around it. */
  readonly errors: number;
  readonly requiresCompatibilities: readonly string[];
  readonly networkMode?: string;
  /** The definition as data, as it stands in the document. */
  readonly definition: Readonly<Record<string, unknown>>;
}

/** Request of the client: every definition of a document, also those that cannot be registered as they stand. Parameters `DefinitionsParams`, answer `LocatedInfo[]`. */
export const locatedRequest = 'taskdef/located';

export interface LocatedInfo {
  /** Its family, else the logical ID of its resource; absent when it has neither. */
  readonly name?: string;
  /** `plain` and `wrapped` ones can be registered as they stand. */
  readonly shape: 'plain' | 'wrapped' | 'cloudformation' | 'containers';
  readonly range: Range;
  readonly launchTypes: LaunchTypesInfo;
}

/** Request of the client: where the workspace keeps the definitions of a family. Parameters `FamilyFilesParams`, answer `FamilyFile[]`. */
export const familyFilesRequest = 'taskdef/familyFiles';

export interface FamilyFilesParams {
  readonly family: string;
}

export interface FamilyFile {
  readonly uri: string;
  /** Which of the document's definitions, in the order of `locatedRequest`. */
  readonly index: number;
  readonly shape: LocatedInfo['shape'];
  readonly range: Range;
}

/** Request of the client: the services that could be made for a definition. Parameters `ServiceFilesParams`, answer `ServiceFile[]`. */
export const serviceFilesRequest = 'taskdef/serviceFiles';

export interface ServiceFilesParams {
  readonly uri: string;
  /** Which of the document's definitions, in the order of `locatedRequest`. */
  readonly index: number;
  /** A file whose services count whatever they are about. */
  readonly file?: string;
}

/** A service that a file of the workspace describes. */
export interface ServiceFile {
  readonly uri: string;
  readonly name: string;
  /** The service as data, as it stands in the document: input of CreateService. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** Scheme of the client's documents that show what is registered: they are no part of the workspace. */
export const revisionScheme = 'taskdef-revision';

/** The launch types a definition is checked for, and what says so. */
export type LaunchTypesInfo =
  /** Its own list, at a range; null stands for a name that is a placeholder. */
  | { readonly source: 'file'; readonly names: readonly (string | null)[]; readonly range: Range }
  /**
   * `client`: what the client said of the document; `configuration`: a `.taskdef.json`, which comes before that; `services`: the services and
   * runs of the workspace that name it.
   */
  | { readonly source: 'client' | 'configuration' | 'services'; readonly names: readonly string[] }
  | { readonly source: 'none' };

/**
 * Notification of the client: the launch types that the definitions of a document are for where they list none. Sent before the
 * document is opened or at any time while it is open; forgotten when it is closed. Parameters `LaunchTypesParams`.
 */
export const launchTypesNotification = 'taskdef/launchTypes';

export interface LaunchTypesParams {
  readonly uri: string;
  /** Of `FARGATE`, `EC2`, `EXTERNAL`, `MANAGED_INSTANCES`; others are left out. None: nothing is said, the option of `initialize` included. */
  readonly launchTypes: readonly string[];
}

/**
 * What a user sets in the editor, below the configurations around a document: sent in the options of `initialize`, and again in
 * `workspace/didChangeConfiguration` as `{ settings: { taskdef: … } }`.
 */
export interface ConfigurationOptions {
  /** `recommended`, `strict`, `security` or `api-only`. */
  readonly preset?: string;
  /** Levels by rule id: `error`, `warning`, `information`, `hint` or `off`. */
  readonly rules?: Readonly<Record<string, string>>;
  /** Hosts that images may come from; any when empty. */
  readonly trustedRegistries?: readonly string[];
}

/** Options of the `initialize` request. */
export interface InitializationOptions extends ConfigurationOptions {
  /** False when the editor reports mistakes in the JSON text itself, as VS Code's own JSON support does. */
  readonly syntaxErrors?: boolean;
  /** False when the editor checks `.taskdef.json` against its schema, as VS Code does. */
  readonly configurationErrors?: boolean;
  /** False when the editor formats JSON itself. */
  readonly formatting?: boolean;
  /** Kinds of inlay hints that are not wanted are false. */
  readonly inlayHints?: InlayHintOptions;
  /** The launch types that definitions are for where they list none, in all documents; see `taskdef/launchTypes` for one. */
  readonly launchTypes?: readonly string[];
  /** Command of the client that shows suggestions: it runs after a key was accepted whose value has some. */
  readonly suggestCommand?: string;
  /** The commands that the client has, to be shown above definitions; none by default. */
  readonly codeLens?: readonly LensCommand[];
}

export interface InlayHintOptions {
  /** Sizes in vCPU and GiB. */
  readonly size?: boolean;
  /** The host port that holds. */
  readonly port?: boolean;
  /** What holds where a member is missing. */
  readonly default?: boolean;
}

/** Commands of CodeLenses; their arguments are the document's URI and which of its definitions, in the order of `locatedRequest`. */
export const registerAndRunCommand = 'taskdef.registerAndRun';
export const deployCommand = 'taskdef.deploy';
export const wouldRunOnCommand = 'taskdef.wouldRunOn';
export const convertCommand = 'taskdef.convert';
export type LensCommand =
  | typeof registerAndRunCommand
  | typeof deployCommand
  | typeof wouldRunOnCommand
  | typeof convertCommand;

/** Request of the client: what has to change before a definition runs elsewhere. Answer `WouldRunOnReport`, or null. */
export const wouldRunOnRequest = 'taskdef/wouldRunOn';

export interface WouldRunOnParams {
  readonly uri: string;
  /** Which of the document's definitions, in their order. */
  readonly index: number;
  readonly target: 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES' | 'WINDOWS';
}

export interface WouldRunOnReport {
  /** Version of the document that the report and its edits are about. */
  readonly version: number;
  /** The document's text with all that can be mended without a person's answer. */
  readonly text: string;
  /** What makes that text of the document's. */
  readonly edits: readonly TextEdit[];
  readonly items: readonly {
    readonly message: string;
    readonly rule?: string;
    readonly url?: string;
    /** Name or number of the container or volume it is about. */
    readonly place?: string;
    readonly range: Range;
    /** What mends this alone; absent where that cannot be done by itself. */
    readonly edits?: readonly TextEdit[];
    /** True where it is mended in `text`; else a person has to decide. */
    readonly mended: boolean;
  }[];
}

/** Request of the client: the definitions to begin with. No parameters, answer `TemplateInfo[]`. */
export const templatesRequest = 'taskdef/templates';

export interface TemplateInfo {
  /** Also a fitting family. */
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** Its `requiresCompatibilities`. */
  readonly requires: readonly string[];
}

/** Request of the client: the text of a definition to begin with. Parameters `TemplateParams`, answer a string. */
export const templateRequest = 'taskdef/template';

export interface TemplateParams {
  /** One of `templatesRequest`. */
  readonly id: string;
  readonly syntax: 'json' | 'yaml';
  readonly family: string;
}

/** Request of the client: the definition of a document in the other syntax. Answer the text, or null when it cannot be converted. */
export const convertRequest = 'taskdef/convert';

export interface ConvertParams {
  readonly uri: string;
  readonly to: 'json' | 'yaml';
}

/** Request of the client: where values of a definition stand. Parameters `MarksParams`, answer `(MarkInfo | null)[]`, one for each. */
export const marksRequest = 'taskdef/marks';

export interface MarksParams {
  readonly uri: string;
  /** The definition: by its family, else by its index in the order of `locatedRequest`. */
  readonly family?: string;
  readonly index?: number;
  /** RFC 6901 pointers within the definition; with the `value` of an earlier answer it is found also where it has moved. */
  readonly marks: readonly { readonly pointer: string; readonly value?: string }[];
}

export interface MarkInfo {
  readonly range: Range;
  /** RFC 6901 pointer within the document. */
  readonly pointer: string;
  /** The text of the value there without its spaces. */
  readonly value: string;
}

/** Request of the client: why a task stopped, at the token of its definition that has to do with it. Parameters `WhyStoppedParams`, answer `WhyStoppedInfo`, or null. */
export const whyStoppedRequest = 'taskdef/whyStopped';

export interface WhyStoppedParams {
  readonly uri: string;
  /** The definition that was run: by its family, else by its index in the order of `locatedRequest`. */
  readonly family?: string;
  readonly index?: number;
  /** What DescribeTasks tells of the task. */
  readonly stop: {
    readonly stopCode?: string;
    readonly stoppedReason?: string;
    /** True for the task of a service. */
    readonly service?: boolean;
    readonly containers: readonly {
      readonly name: string;
      readonly exitCode?: number;
      readonly reason?: string;
      readonly health?: string;
    }[];
  };
}

export interface WhyStoppedInfo {
  /** `unknown` for words of AWS that are not known: `sentence` holds them then. */
  readonly cause: string;
  /** `information`: nothing is wrong with the definition. */
  readonly severity: 'error' | 'warning' | 'information';
  /** What happened. */
  readonly sentence: string;
  /** What to do about it. */
  readonly fix?: string;
  /** A page about it. */
  readonly url: string;
  /** The container that it is about. */
  readonly container?: string;
  /** AWS's words, unchanged. */
  readonly said?: string;
  readonly range: Range;
  /** RFC 6901 pointer within the document. */
  readonly pointer: string;
  /** The text of the value there without its spaces: once it is another one, the answer is out of date. */
  readonly value: string;
}
