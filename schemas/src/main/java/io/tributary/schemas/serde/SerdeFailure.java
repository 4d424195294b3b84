package io.tributary.schemas.serde;

/**
 * Why a record could not be written or read. The kinds need different answers: what is away comes back, poison never
 * decodes, and what the registry refuses an operator must put right.
 */
public sealed interface SerdeFailure
        permits RegistryUnavailableException, RegistryRefusedException, PoisonRecordException {}
