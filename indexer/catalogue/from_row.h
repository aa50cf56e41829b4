// One row of a catalogue → the value it stands for. Each takes its fields and leaves the faults with them (fields.h).
#pragma once

#include "indexer/catalogue/fields.h"
#include "indexer/law/catalogue.h"

namespace kto::catalogue {

law::TaskPoint task_of(Fields& fields);
law::Unit unit_of(Fields& fields);
law::ActSummary act_of(Fields& fields);
law::ProvisionVersion provision_of(Fields& fields);
law::Operation operation_of(Fields& fields);
law::UnknownEnd unknown_end_of(Fields& fields);

}  // namespace kto::catalogue
