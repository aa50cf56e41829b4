#include "indexer/store/open_shard.h"

#include "indexer/store/codec.h"
#include "indexer/store/record.h"

namespace kto::store {

OfficeLists::OfficeLists(const Xapian::Database& database)
    : names(decode_names(database.get_metadata(kNamesKey))), heads(database.get_metadata(kHeadsKey), names) {
  if (heads.points() != database.get_doccount()) record_damaged("it speaks of other task points than there are");
}

StoredTask read_task(const OpenShard& shard, Xapian::docid document) {
  const std::string record = shard.database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
  StoredTask stored = decode_task(record, shard.lists->names);
  stored.number = document;
  return stored;
}

}  // namespace kto::store
