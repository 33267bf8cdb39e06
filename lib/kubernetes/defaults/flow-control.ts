import type {
  FlowcontrolV1beta2PriorityLevelConfiguration,
  FlowSchema,
  PriorityLevelConfiguration,
  QueuingConfiguration,
} from '../generated/decoded';

/** Fills in a FlowSchema. Follows kubernetes pkg/apis/flowcontrol/v1/defaults.go SetDefaults_FlowSchemaSpec. */
export function defaultFlowSchema(flowSchema: FlowSchema): void {
  flowSchema.spec ??= {};
  if (!flowSchema.spec.matchingPrecedence) flowSchema.spec.matchingPrecedence = 1000;
}

/**
 * Fills in a PriorityLevelConfiguration.
 *
 * Follows kubernetes pkg/apis/flowcontrol/v1/defaults.go SetDefaults_ExemptPriorityLevelConfiguration,
 * SetDefaults_LimitedPriorityLevelConfiguration and SetDefaults_QueuingConfiguration.
 */
export function defaultPriorityLevelConfiguration(configuration: PriorityLevelConfiguration): void {
  const { exempt, limited } = configuration.spec ?? {};
  if (exempt) defaultShares(exempt, 0);
  if (limited) defaultShares(limited, LIMITED_SHARES);
  if (limited?.limitResponse?.queuing) defaultQueuing(limited.limitResponse.queuing);
}

/** Fills in a PriorityLevelConfiguration of v1beta2, where the shares of a limited level have another name. */
export function defaultPriorityLevelConfigurationV1beta2(
  configuration: FlowcontrolV1beta2PriorityLevelConfiguration,
): void {
  const { exempt, limited } = configuration.spec ?? {};
  if (exempt) defaultShares(exempt, 0);
  if (limited) {
    if (!limited.assuredConcurrencyShares) limited.assuredConcurrencyShares = LIMITED_SHARES;
    limited.lendablePercent ??= 0;
  }
  if (limited?.limitResponse?.queuing) defaultQueuing(limited.limitResponse.queuing);
}

const LIMITED_SHARES = 30;

function defaultShares(level: { nominalConcurrencyShares?: number; lendablePercent?: number }, shares: number): void {
  level.nominalConcurrencyShares ??= shares;
  level.lendablePercent ??= 0;
}

function defaultQueuing(queuing: QueuingConfiguration): void {
  if (!queuing.handSize) queuing.handSize = 8;
  if (!queuing.queues) queuing.queues = 64;
  if (!queuing.queueLengthLimit) queuing.queueLengthLimit = 50;
}
