/** Data of an API request or answer, in the API's own spelling. */
export type Json = Readonly<Record<string, unknown>>;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
export type RunTaskInput = Json & {
  readonly cluster: string;
  readonly taskDefinition: string;
  /** One per intent: ECS answers a repeated token with the first run's tasks. */
  readonly clientToken: string;
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopTask.html */
export type StopTaskInput = { readonly cluster: string; readonly task: string; readonly reason: string };

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
export type CreateServiceInput = Json & {
  readonly cluster: string;
  readonly serviceName: string;
  /** One per intent. */
  readonly clientToken: string;
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
export type UpdateServiceInput = Json & { readonly cluster: string; readonly service: string };

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopServiceDeployment.html */
export type StopDeploymentInput = {
  readonly serviceDeploymentArn: string;
  readonly stopType: 'ABORT' | 'ROLLBACK';
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html */
export type ContinueDeploymentInput = {
  readonly serviceDeploymentArn: string;
  readonly hookId: string;
  readonly action: 'CONTINUE' | 'ROLLBACK';
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeregisterTaskDefinition.html */
export type DeregisterInput = { readonly taskDefinition: string };

/** A call that changes something, as data: what a plan lists, shows as a command of the AWS CLI, and carries out. */
export type Change =
  | { readonly operation: 'RegisterTaskDefinition'; readonly input: Json }
  | { readonly operation: 'DeregisterTaskDefinition'; readonly input: DeregisterInput }
  | { readonly operation: 'RunTask'; readonly input: RunTaskInput }
  | { readonly operation: 'StopTask'; readonly input: StopTaskInput }
  | { readonly operation: 'CreateService'; readonly input: CreateServiceInput }
  | { readonly operation: 'UpdateService'; readonly input: UpdateServiceInput }
  | { readonly operation: 'StopServiceDeployment'; readonly input: StopDeploymentInput }
  | { readonly operation: 'ContinueServiceDeployment'; readonly input: ContinueDeploymentInput };
