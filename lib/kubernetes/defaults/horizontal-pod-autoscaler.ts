import type {
  AutoscalingV1HorizontalPodAutoscaler,
  HorizontalPodAutoscaler,
  HPAScalingRules,
} from '../generated/decoded';
import { featureEnabled } from './feature-gates';

/** The utilization, in percent of the request, that is aimed at when no metric is given. */
const CPU_UTILIZATION = 80;
const METRICS_ANNOTATION = 'autoscaling.alpha.kubernetes.io/metrics';

/**
 * Fills in an autoscaler of `autoscaling/v2`.
 *
 * Follows kubernetes pkg/apis/autoscaling/v2/defaults.go SetDefaults_HorizontalPodAutoscaler and
 * pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go dropDisabledFields.
 */
export function defaultHorizontalPodAutoscaler(autoscaler: HorizontalPodAutoscaler, minor: number): void {
  autoscaler.spec ??= {};
  const { spec } = autoscaler;
  spec.minReplicas ??= 1;
  if (spec.metrics === undefined || spec.metrics.length === 0) {
    const target = { type: 'Utilization', averageUtilization: CPU_UTILIZATION };
    spec.metrics = [{ type: 'Resource', resource: { name: 'cpu', target } }];
  }
  if (spec.behavior === undefined) return;
  const { scaleUp = {}, scaleDown = {} } = spec.behavior;
  spec.behavior.scaleUp = scaleUp;
  spec.behavior.scaleDown = scaleDown;
  defaultScaleUp(scaleUp);
  defaultScaleDown(scaleDown);
  if (!featureEnabled('HPAConfigurableTolerance', minor)) {
    for (const rules of [scaleUp, scaleDown]) if (rules.tolerance !== undefined) delete rules.tolerance;
  }
}

/**
 * Fills in an autoscaler of `autoscaling/v1`.
 *
 * Follows kubernetes pkg/apis/autoscaling/v1/defaults.go, and conversion.go
 * Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler, which takes metrics from an annotation.
 */
export function defaultHorizontalPodAutoscalerV1(autoscaler: AutoscalingV1HorizontalPodAutoscaler): void {
  autoscaler.spec ??= {};
  const { spec, metadata } = autoscaler;
  spec.minReplicas ??= 1;
  if (metadata?.annotations?.[METRICS_ANNOTATION] === undefined) {
    spec.targetCPUUtilizationPercentage ??= CPU_UTILIZATION;
  }
}

/** Follows GenerateHPAScaleUpRules. */
function defaultScaleUp(rules: HPAScalingRules): void {
  rules.stabilizationWindowSeconds ??= 0;
  rules.selectPolicy ??= 'Max';
  rules.policies ??= [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ];
}

/** Follows GenerateHPAScaleDownRules; the window is left to the controller's own setting. */
function defaultScaleDown(rules: HPAScalingRules): void {
  rules.selectPolicy ??= 'Max';
  rules.policies ??= [{ type: 'Percent', value: 100, periodSeconds: 15 }];
}
