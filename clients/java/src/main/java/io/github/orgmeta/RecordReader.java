package io.github.orgmeta;

import com.google.protobuf.Timestamp;
import io.github.orgmeta.v1.OrganizationInvitationMetadata;
import io.github.orgmeta.v1.OrganizationInvitationPublicMetadata;
import io.github.orgmeta.v1.OrganizationMembershipMetadata;
import io.github.orgmeta.v1.OrganizationMembershipPublicMetadata;
import io.github.orgmeta.v1.OrganizationMetadata;
import io.github.orgmeta.v1.OrganizationPublicMetadata;
import java.time.Instant;
import java.util.Optional;

/** Messages of the service as records. */
final class RecordReader {
  private RecordReader() {}

  static OrganizationRecord read(OrganizationMetadata message) {
    return new OrganizationRecord(
        message.getOrganizationId(),
        StructCodec.read(message.getPublicMetadata()),
        StructCodec.read(message.getPrivateMetadata()),
        message.getEtag(),
        time(message.getCreateTime()),
        time(message.getUpdateTime()),
        message.getPublicSizeBytes(),
        message.getPrivateSizeBytes());
  }

  static MembershipRecord read(OrganizationMembershipMetadata message) {
    return new MembershipRecord(
        message.getOrganizationId(),
        message.getUserId(),
        StructCodec.read(message.getPublicMetadata()),
        StructCodec.read(message.getPrivateMetadata()),
        message.getEtag(),
        time(message.getCreateTime()),
        time(message.getUpdateTime()),
        message.getPublicSizeBytes(),
        message.getPrivateSizeBytes());
  }

  static InvitationRecord read(OrganizationInvitationMetadata message) {
    return new InvitationRecord(
        message.getOrganizationId(),
        message.getInvitationId(),
        StructCodec.read(message.getPublicMetadata()),
        message.getEtag(),
        time(message.getCreateTime()),
        time(message.getUpdateTime()),
        message.getPublicSizeBytes(),
        message.getAcceptedUserId().isEmpty()
            ? Optional.empty()
            : Optional.of(message.getAcceptedUserId()),
        message.hasAcceptTime() ? Optional.of(time(message.getAcceptTime())) : Optional.empty());
  }

  static OrganizationPublicRecord read(OrganizationPublicMetadata message) {
    return new OrganizationPublicRecord(
        message.getOrganizationId(),
        StructCodec.read(message.getPublicMetadata()),
        message.getEtag(),
        time(message.getUpdateTime()));
  }

  static MembershipPublicRecord read(OrganizationMembershipPublicMetadata message) {
    return new MembershipPublicRecord(
        message.getOrganizationId(),
        message.getUserId(),
        StructCodec.read(message.getPublicMetadata()),
        message.getEtag(),
        time(message.getUpdateTime()));
  }

  static InvitationPublicRecord read(OrganizationInvitationPublicMetadata message) {
    return new InvitationPublicRecord(
        message.getOrganizationId(),
        message.getInvitationId(),
        StructCodec.read(message.getPublicMetadata()),
        message.getEtag(),
        time(message.getUpdateTime()));
  }

  private static Instant time(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
