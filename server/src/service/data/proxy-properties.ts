/** A property of a proxy configuration that the proxy cannot do without. */
export interface ProxyProperty {
  readonly name: string;
  /** What it is, for a message. */
  readonly text: string;
  /** What Envoy's images for App Mesh expect; undefined where it follows from the containers. */
  readonly usual: string | undefined;
}

/**
 * The properties that the API reference calls required. `EgressIgnoredPorts` is not among these: AWS's own examples leave it out.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html
 */
export const proxyProperties: readonly ProxyProperty[] = [
  { name: 'ProxyIngressPort', text: 'the port that incoming traffic goes to', usual: '15000' },
  { name: 'ProxyEgressPort', text: 'the port that outgoing traffic goes to', usual: '15001' },
  { name: 'AppPorts', text: 'the ports that the application listens on', usual: undefined },
  {
    name: 'EgressIgnoredIPs',
    text: 'the addresses that are reached without the proxy',
    usual: '169.254.170.2,169.254.169.254',
  },
];

/** The user that Envoy's images for App Mesh run as. https://docs.aws.amazon.com/app-mesh/latest/userguide/envoy.html */
export const usualProxyUser = '1337';
