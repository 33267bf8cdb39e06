import { defaultAdmissionPolicy, defaultAdmissionPolicyBinding } from './admission-policy';
import { defaultAPIService } from './api-service';
import { defaultCustomResourceDefinition } from './custom-resource-definition';
import { defaultDaemonSet } from './daemon-set';
import { defaultDeployment } from './deployment';
import {
  defaultDeviceClass,
  defaultResourceClaim,
  defaultResourceClaimTemplate,
  defaultResourceSlice,
} from './device-claim';
import { defaultEndpointSlice, defaultEndpoints } from './endpoints';
import {
  defaultFlowSchema,
  defaultPriorityLevelConfiguration,
  defaultPriorityLevelConfigurationV1beta2,
} from './flow-control';
import { defaultHorizontalPodAutoscaler, defaultHorizontalPodAutoscalerV1 } from './horizontal-pod-autoscaler';
import { defaultCronJob, defaultJob } from './job';
import { defaultLimitRange, defaultResourceQuota } from './limit-range';
import { defaultNamespace } from './namespace';
import { defaultIngressClass, defaultNetworkPolicy } from './networking';
import { defaultNode } from './node';
import { defaultPersistentVolume } from './persistent-volume';
import { defaultPersistentVolumeClaim } from './persistent-volume-claim';
import { defaultPod } from './pod';
import { defaultPodTemplate } from './pod-template';
import { defaultPriorityClass } from './priority-class';
import { defaultRoleBinding } from './rbac';
import { defaultReplicaSet } from './replica-set';
import { defaultReplicationController } from './replication-controller';
import { defaultSecret } from './secret';
import { defaultService } from './service';
import { defaultStatefulSet } from './stateful-set';
import { defaultCSIDriver, defaultStorageClass } from './storage';
import { defaultMutatingWebhookConfiguration, defaultValidatingWebhookConfiguration } from './webhook-configuration';

/** Fills in an object of one kind, in place, as a minor does. */
export type Defaulting = (object: Record<string, unknown>, minor: number) => void;

/** The defaults of each kind that has any beyond its metadata, by kind and `apiVersion`. */
export const DEFAULTINGS: Readonly<Record<string, Readonly<Record<string, Defaulting>>>> = {
  APIService: { 'apiregistration.k8s.io/v1': defaultAPIService },
  CSIDriver: { 'storage.k8s.io/v1': defaultCSIDriver },
  ClusterRoleBinding: { 'rbac.authorization.k8s.io/v1': defaultRoleBinding },
  CronJob: { 'batch/v1': defaultCronJob },
  CustomResourceDefinition: { 'apiextensions.k8s.io/v1': defaultCustomResourceDefinition },
  DaemonSet: { 'apps/v1': defaultDaemonSet },
  Deployment: { 'apps/v1': defaultDeployment },
  DeviceClass: { 'resource.k8s.io/v1': defaultDeviceClass },
  EndpointSlice: { 'discovery.k8s.io/v1': defaultEndpointSlice },
  Endpoints: { v1: defaultEndpoints },
  FlowSchema: {
    'flowcontrol.apiserver.k8s.io/v1': defaultFlowSchema,
    'flowcontrol.apiserver.k8s.io/v1beta2': defaultFlowSchema,
    'flowcontrol.apiserver.k8s.io/v1beta3': defaultFlowSchema,
  },
  HorizontalPodAutoscaler: {
    'autoscaling/v1': defaultHorizontalPodAutoscalerV1,
    'autoscaling/v2': defaultHorizontalPodAutoscaler,
  },
  IngressClass: { 'networking.k8s.io/v1': defaultIngressClass },
  Job: { 'batch/v1': defaultJob },
  LimitRange: { v1: defaultLimitRange },
  MutatingAdmissionPolicy: { 'admissionregistration.k8s.io/v1': defaultAdmissionPolicy },
  MutatingAdmissionPolicyBinding: { 'admissionregistration.k8s.io/v1': defaultAdmissionPolicyBinding },
  MutatingWebhookConfiguration: { 'admissionregistration.k8s.io/v1': defaultMutatingWebhookConfiguration },
  Namespace: { v1: defaultNamespace },
  NetworkPolicy: { 'networking.k8s.io/v1': defaultNetworkPolicy },
  Node: { v1: defaultNode },
  PersistentVolume: { v1: defaultPersistentVolume },
  PersistentVolumeClaim: { v1: defaultPersistentVolumeClaim },
  Pod: { v1: defaultPod },
  PodTemplate: { v1: defaultPodTemplate },
  PriorityClass: { 'scheduling.k8s.io/v1': defaultPriorityClass },
  PriorityLevelConfiguration: {
    'flowcontrol.apiserver.k8s.io/v1': defaultPriorityLevelConfiguration,
    'flowcontrol.apiserver.k8s.io/v1beta2': defaultPriorityLevelConfigurationV1beta2,
    'flowcontrol.apiserver.k8s.io/v1beta3': defaultPriorityLevelConfiguration,
  },
  ReplicaSet: { 'apps/v1': defaultReplicaSet },
  ReplicationController: { v1: defaultReplicationController },
  ResourceClaim: { 'resource.k8s.io/v1': defaultResourceClaim },
  ResourceClaimTemplate: { 'resource.k8s.io/v1': defaultResourceClaimTemplate },
  ResourceSlice: { 'resource.k8s.io/v1': defaultResourceSlice },
  ResourceQuota: { v1: defaultResourceQuota },
  RoleBinding: { 'rbac.authorization.k8s.io/v1': defaultRoleBinding },
  Secret: { v1: defaultSecret },
  Service: { v1: defaultService },
  StatefulSet: { 'apps/v1': defaultStatefulSet },
  StorageClass: { 'storage.k8s.io/v1': defaultStorageClass },
  ValidatingAdmissionPolicy: { 'admissionregistration.k8s.io/v1': defaultAdmissionPolicy },
  ValidatingAdmissionPolicyBinding: { 'admissionregistration.k8s.io/v1': defaultAdmissionPolicyBinding },
  ValidatingWebhookConfiguration: { 'admissionregistration.k8s.io/v1': defaultValidatingWebhookConfiguration },
};
