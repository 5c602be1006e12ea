/** A call that a role may not make. */
export const denied =
  /AccessDenied|is not authorized to perform|\b403 Forbidden|StatusCode: 403|Check that the role has the permissions/i;

/** A call that got no answer: there is no way from the task to the service. */
export const unreachable =
  /i\/o timeout|connection issue between the task and|context deadline exceeded|context canceled|request canceled|RequestCanceled|no route to host|connection refused|connection reset by peer|TLS handshake timeout|Check your (?:task )?network configuration|no such host|signal: killed/i;

/** What makes an AWS service reachable for a task. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html */
export const reach =
  'In a private subnet the task needs a NAT gateway or VPC endpoints, in a public one a public IP address; its security group has to allow HTTPS out.';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html */
export const connectivityPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html */
export const executionRolePage =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html';
